import type { ReactNode } from "react";
import type { CountedName } from "@/lib/publications/listing";
import type { Rating } from "@/lib/settings/ratings";
import { readerWords, type ReaderWords } from "@/lib/words/reader";
import { Phrase } from "./phrase";
import { ReaderDocument } from "./reader-document";
import { keyPath, readerPaths, spokenPath } from "./reader-paths";
import type { ReaderSite, VerdictListItem } from "./reader-site";
import { SearchForm, type SearchAsked } from "./search-form";
import { Pager, VerdictList } from "./verdict-list";

export type SearchResults = {
  items: readonly VerdictListItem[];
  /** Exact up to `most`; one more stands for all above. */
  total: number;
  most: number;
  /** The query that was answered instead, its changed words told apart. */
  corrected: readonly { text: string; changed: boolean }[] | null;
  newerUrl: string | null;
  olderUrl: string | null;
};

export type SearchPageProps = {
  site: ReaderSite;
  asked: SearchAsked;
  ratings: readonly Rating[];
  /** To choose from; the one that was asked for is among them. */
  topics: readonly CountedName[];
  claimants: readonly CountedName[];
  /** `null` before anything was looked for. */
  results: SearchResults | null;
  /** Nothing is published at all: there is nothing to find. */
  isBare?: boolean;
};

type PartProps = SearchPageProps & { words: ReaderWords };

function Topics({ site, topics, words }: PartProps) {
  if (topics.length === 0) return null;
  return (
    <>
      <p>{words.browse.search.browse}</p>
      <ul className="inline">
        {topics.slice(0, 12).map(({ key, name }) => (
          <li key={key}>
            <a href={spokenPath(site, keyPath("topic", key))}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Nothing(props: PartProps) {
  const { site, asked, words } = props;
  const { search } = words.browse;
  const { query, ...filters } = asked;
  const isNarrowed = Object.values(filters).some((value) => value !== "");
  const wide = `${spokenPath(site, readerPaths.search)}?${new URLSearchParams({ q: query }).toString()}`;
  return (
    <div className="empty">
      <h2>
        {query === "" ? search.none : <Phrase say={search.noneFor} with={{ query: <bdi>{query}</bdi> }} />}
      </h2>
      <p>{search.noneMeans}</p>
      {isNarrowed && query !== "" ? (
        <p>
          <a href={wide}>{search.withoutFilters}</a>
        </p>
      ) : null}
      <Topics {...props} />
    </div>
  );
}

function Corrected({
  asked,
  corrected,
  words,
}: PartProps & { corrected: NonNullable<SearchResults["corrected"]> }) {
  const query = corrected.map(({ text, changed }, index) =>
    changed ? <strong key={index}>{text}</strong> : <span key={index}>{text}</span>,
  );
  return (
    <p className="note-box" role="status">
      <Phrase
        say={words.browse.search.corrected}
        with={{ query: <bdi>{query}</bdi>, typed: <bdi>{asked.query}</bdi> }}
      />
    </p>
  );
}

function Results(props: PartProps) {
  const { site, asked, results, words, isBare = false } = props;
  const tip = (inside: ReactNode) => <a href={spokenPath(site, readerPaths.tip)}>{inside}</a>;
  if (isBare)
    return (
      <p className="empty">
        <Phrase say={words.browse.search.empty} with={{ link: tip }} />
      </p>
    );
  if (results === null) return <Topics {...props} />;
  if (results.items.length === 0) return <Nothing {...props} />;
  const { search } = words.browse;
  const { total, most, corrected } = results;
  const query = corrected?.map(({ text }) => text).join("") ?? asked.query;
  const many = words.speech.number(most);
  const forQuery = total > most ? search.foundManyFor(many) : search.foundFor(total);
  const plain = total > most ? search.foundMany(many) : search.found(total);
  return (
    <>
      {corrected === null ? null : <Corrected {...props} corrected={corrected} />}
      <h2 className="result-count">
        {query === "" ? plain : <Phrase say={forQuery} with={{ query: <bdi>{query}</bdi> }} />}{" "}
        <span className="quiet">{search.order}</span>
      </h2>
      <VerdictList site={site} words={words} items={results.items} headingLevel={3} />
      <Pager words={words} newerUrl={results.newerUrl} olderUrl={results.olderUrl} />
    </>
  );
}

/** Search by plain form: works without scripts, and results have addresses. */
export function SearchPage(props: SearchPageProps) {
  const { site, asked, results } = props;
  const words = readerWords(site.speaks);
  const { search } = words.browse;
  const given = Object.entries({ q: asked.query, ...asked, query: "" }).filter(([, value]) => value !== "");
  const code = (inside: ReactNode) => <code>{inside}</code>;
  return (
    <ReaderDocument
      site={site}
      title={asked.query === "" ? search.title : search.titleFor(asked.query)}
      description={search.description(site.name)}
      path={[readerPaths.search, new URLSearchParams(given).toString()].filter(Boolean).join("?")}
      isHidden={results !== null}
      current="search"
    >
      <main id="main" className="wrap page">
        <h1>{search.title}</h1>
        <SearchForm {...props} words={words} />
        {results === null && props.isBare !== true ? (
          <p>
            <span className="meta">
              <Phrase say={search.how} with={{ code }} />
            </span>
          </p>
        ) : null}
        <Results {...props} words={words} />
      </main>
    </ReaderDocument>
  );
}
