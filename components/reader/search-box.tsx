import type { ReaderWords } from "@/lib/words/reader";
import { readerPaths, spokenPath } from "./reader-paths";
import type { ReaderSite } from "./reader-site";

/** A line to search from, on pages that are about something else. */
export function SearchBox({ site, words }: { site: ReaderSite; words: ReaderWords }) {
  const { search } = words.browse;
  return (
    <form action={spokenPath(site, readerPaths.search)} method="get" role="search" className="search">
      <p>
        <label htmlFor="q">{search.words}</label>
        <input id="q" name="q" type="search" dir="auto" maxLength={300} autoComplete="off" />
      </p>
      <button type="submit">{search.button}</button>
    </form>
  );
}
