import { readerWords } from "@/lib/words/reader";
import { ReaderDocument } from "./reader-document";
import { readerPaths, spokenPath } from "./reader-paths";
import type { ReaderSite } from "./reader-site";

/** Sent with status 404. */
export function NotFoundPage({ site }: { site: ReaderSite }) {
  const said = readerWords(site.speaks).problems.notFound;
  return (
    <ReaderDocument site={site} title={said.title} description={said.description} canonical={null} isHidden>
      <main id="main" className="wrap page reading">
        <h1>{said.title}</h1>
        <p>{said.text}</p>
        <form action={spokenPath(site, readerPaths.search)} method="get" role="search" className="search">
          <p>
            <label htmlFor="q">{said.search}</label>
            <input id="q" name="q" type="search" dir="auto" maxLength={300} autoComplete="off" />
          </p>
          <button type="submit">{said.button}</button>
        </form>
        <p>
          <a href={spokenPath(site, readerPaths.home)}>{said.latest}</a>
        </p>
      </main>
    </ReaderDocument>
  );
}
