import type { Rating } from "@/lib/settings/ratings";
import { readerWords } from "@/lib/words/reader";
import { ReaderDocument } from "./reader-document";
import { readerPaths, spokenPath } from "./reader-paths";
import { contentIn, type ReaderSite, type VerdictListItem } from "./reader-site";
import { Pager, VerdictList } from "./verdict-list";

export type SearchPageProps = {
  site: ReaderSite;
  query: string;
  /** Rating code to narrow to, or `null`. */
  rating: string | null;
  topic: string | null;
  ratings: readonly Rating[];
  /** `null` before anything was looked for. */
  results: readonly VerdictListItem[] | null;
  /** Exact number of results, or `null` when it was not counted. */
  total: number | null;
  newerUrl?: string | null;
  olderUrl?: string | null;
};

function Form({ site, query, rating, topic, ratings }: SearchPageProps) {
  const { search } = readerWords(site.speaks);
  const own = contentIn(site.language, readerWords(site.speaks));
  return (
    <form action={spokenPath(site, readerPaths.search)} method="get" role="search" className="search">
      <p>
        <label htmlFor="q">{search.words}</label>
        <input
          id="q"
          name="q"
          type="search"
          dir="auto"
          defaultValue={query}
          maxLength={300}
          autoComplete="off"
        />
      </p>
      <p>
        <label htmlFor="rating">{search.rating}</label>
        <select id="rating" name="rating" defaultValue={rating ?? ""}>
          <option value="">{search.anyRating}</option>
          {ratings.map(({ code, label }) => (
            <option key={code} value={code} {...own}>
              {label}
            </option>
          ))}
        </select>
      </p>
      {topic === null ? null : <input type="hidden" name="topic" value={topic} />}
      <button type="submit">{search.button}</button>
    </form>
  );
}

function Results({ site, query, topic, results, total, newerUrl = null, olderUrl = null }: SearchPageProps) {
  const words = readerWords(site.speaks);
  const said = words.search;
  if (results === null) return null;
  if (results.length === 0) {
    return (
      <div className="empty">
        <h2>{query === "" ? said.none : said.noneFor(query)}</h2>
        <p>{said.noneMeans}</p>
      </div>
    );
  }
  const count = total === null ? said.some : said.counted(total);
  return (
    <>
      <h2 className="result-count">
        {count}
        {query === "" ? "" : said.forQuery(query)}
        {topic === null ? "" : said.onTopic(topic)}
      </h2>
      <VerdictList words={words} items={results} headingLevel={3} />
      <Pager words={words} newerUrl={newerUrl} olderUrl={olderUrl} />
    </>
  );
}

/** Search by plain form: works without scripts, and results have addresses. */
export function SearchPage(props: SearchPageProps) {
  const { site, query, rating, topic } = props;
  const { title, titleOf, description } = readerWords(site.speaks).search;
  const asked = Object.entries({ q: query, rating: rating ?? "", topic: topic ?? "" });
  const kept = new URLSearchParams(asked.filter(([, value]) => value !== "")).toString();
  return (
    <ReaderDocument
      site={site}
      title={query === "" ? title : titleOf(query)}
      description={description(site.name)}
      path={kept === "" ? readerPaths.search : `${readerPaths.search}?${kept}`}
      isHidden={props.results !== null}
      current="search"
    >
      <main id="main" className="wrap page">
        <h1>{title}</h1>
        <Form {...props} />
        <Results {...props} />
      </main>
    </ReaderDocument>
  );
}
