import { en } from "@/lib/words/en";
import type { Rating } from "@/lib/settings/ratings";
import { ReaderDocument } from "./reader-document";
import { readerPaths } from "./reader-paths";
import type { ReaderSite, VerdictListItem } from "./reader-site";
import { Pager, VerdictList } from "./verdict-list";
import { counted } from "./words";

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

function Form({ query, rating, topic, ratings }: SearchPageProps) {
  return (
    <form action={readerPaths.search} method="get" role="search" className="search">
      <p>
        <label htmlFor="q">Words of the claim or the finding</label>
        <input id="q" name="q" type="search" defaultValue={query} maxLength={300} autoComplete="off" />
      </p>
      <p>
        <label htmlFor="rating">Rating</label>
        <select id="rating" name="rating" defaultValue={rating ?? ""}>
          <option value="">Any</option>
          {ratings.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      </p>
      {topic === null ? null : <input type="hidden" name="topic" value={topic} />}
      <button type="submit">Search</button>
    </form>
  );
}

function Results({ query, topic, results, total, newerUrl = null, olderUrl = null }: SearchPageProps) {
  if (results === null) return null;
  if (results.length === 0) {
    return (
      <div className="empty">
        <h2>No verdict found{query === "" ? "" : ` for “${query}”`}</h2>
        <p>
          That says nothing about whether it is right: we may not have checked it. Try fewer or other words, a
          name, or a number as it was written.
        </p>
      </div>
    );
  }
  const count = total === null ? "Verdicts" : counted(total, "verdict", "verdicts");
  return (
    <>
      <h2 className="result-count">
        {count}
        {query === "" ? "" : ` for “${query}”`}
        {topic === null ? "" : ` on ${topic}`}
      </h2>
      <VerdictList words={en} items={results} headingLevel={3} />
      <Pager words={en} newerUrl={newerUrl} olderUrl={olderUrl} />
    </>
  );
}

/** Search by plain form: works without scripts, and results have addresses. */
export function SearchPage(props: SearchPageProps) {
  const { site, query } = props;
  return (
    <ReaderDocument
      site={site}
      title={query === "" ? "Search" : `Search: ${query}`}
      description={`Search the verdicts of ${site.name}.`}
      canonical={site.url + readerPaths.search}
      isHidden={props.results !== null}
      current="search"
    >
      <main id="main" className="wrap page">
        <h1>Search</h1>
        <Form {...props} />
        <Results {...props} />
      </main>
    </ReaderDocument>
  );
}
