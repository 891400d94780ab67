import type { ReactNode } from "react";
import type { CorrectionEntry } from "@/lib/publications/verdict-versions";
import type { CountedName } from "@/lib/publications/listing";
import { readerWords, type ReaderWords } from "@/lib/words/reader";
import { Phrase } from "./phrase";
import { ReaderDocument } from "./reader-document";
import { keyPath, readerPaths, retractionAnchor, spokenPath, verdictPath } from "./reader-paths";
import { contentIn, type ReaderSite, type VerdictListItem } from "./reader-site";
import { SearchBox } from "./search-box";
import { VerdictList } from "./verdict-list";
import { When } from "./when";

export type HomePageProps = {
  site: ReaderSite;
  /** Newest first: the first leads the page. */
  items: readonly VerdictListItem[];
  topics: readonly CountedName[];
  /** Newest first; `stands` says whether there is a verdict to link. */
  corrections: readonly (Pick<
    CorrectionEntry,
    "slug" | "version" | "class" | "publishedAt" | "title" | "language"
  > & {
    stands: boolean;
  })[];
  label?: string | null;
};

type PartProps = HomePageProps & { words: ReaderWords };

/** While nothing is published: whose site it is, what it is for, and what a reader can do. */
function NothingYet({ site, words }: PartProps) {
  const { purpose, empty, suggest } = words.browse.home;
  const to = (path: string) => (inside: ReactNode) => <a href={spokenPath(site, path)}>{inside}</a>;
  return (
    <>
      <h1>{site.name}</h1>
      <p className="lead">{purpose}</p>
      <p className="empty">
        <Phrase say={empty} with={{ link: to(readerPaths.methodology) }} />
      </p>
      <p>
        <Phrase say={suggest} with={{ link: to(readerPaths.tip) }} />
      </p>
    </>
  );
}

/** The newest across the whole column, the others in two, and one that is left over across the column again: no hole. */
function Verdicts({ site, items, words }: PartProps) {
  const [first, ...others] = items;
  if (!first) return null;
  const shared = { site, words, headingLevel: 2 } as const;
  const pairs = others.slice(0, others.length - (others.length % 2));
  const left = others.slice(pairs.length);
  return (
    <>
      <VerdictList items={[first]} className="top" withPoints {...shared} />
      {pairs.length === 0 ? null : <VerdictList items={pairs} className="beside" {...shared} />}
      {left.length === 0 ? null : <VerdictList items={left} {...shared} />}
      <p className="pager">
        <a href={spokenPath(site, readerPaths.archive)}>{words.browse.home.all}</a>
      </p>
    </>
  );
}

function Topics({ site, topics, words }: PartProps) {
  if (topics.length === 0) return null;
  return (
    <section>
      <h2>{words.browse.home.topics}</h2>
      <ul className="inline">
        {topics.map(({ key, name, count }) => (
          <li key={key}>
            <a href={spokenPath(site, keyPath("topic", key))}>
              <bdi>{name}</bdi>
            </a>{" "}
            <span className="quiet" aria-hidden="true">
              {words.speech.number(count)}
            </span>
            <span className="sr-only">, {words.browse.verdicts(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** To the versions of a verdict that stands, else to its retraction among the corrections, which is no verdict. */
function ChangedTitle({ item, site }: { item: HomePageProps["corrections"][number]; site: ReaderSite }) {
  const { title, class: kind, publishedAt, slug } = item;
  if (item.stands) return <a href={`${verdictPath(slug)}#versions`}>{title}</a>;
  if (kind !== "retraction") return title;
  const entry = `${readerPaths.corrections}#${retractionAnchor(publishedAt)}`;
  return <a href={spokenPath(site, entry)}>{title}</a>;
}

function Corrections({ site, corrections, words }: PartProps) {
  const { home } = words.browse;
  return (
    <section>
      <h2>{home.corrections}</h2>
      {corrections.length === 0 ? (
        <p>{home.noCorrections}</p>
      ) : (
        <ol className="versions">
          {corrections.map((item) => (
            <li key={`${item.slug} ${item.version}`}>
              <p className="quiet">
                <When iso={item.publishedAt} words={words} /> ·{" "}
                {item.class === "retraction" ? home.retracted : words.lists.changed[item.class]}
              </p>
              <p>
                {item.stands ? null : <span className="quiet">{words.lists.theClaim} </span>}
                <bdi {...contentIn(item.language, words)}>
                  <ChangedTitle item={item} site={site} />
                </bdi>
              </p>
            </li>
          ))}
        </ol>
      )}
      <p>
        <a href={spokenPath(site, readerPaths.corrections)}>{home.allCorrections}</a>
      </p>
    </section>
  );
}

/** The front page: what is new, and the ways to everything else. It links no verdict that was retracted. */
export function HomePage(props: HomePageProps) {
  const { site } = props;
  const words = readerWords(site.speaks);
  const { home, search } = words.browse;
  return (
    <ReaderDocument
      site={site}
      title={site.name}
      description={home.description(site.name)}
      path={readerPaths.home}
      label={props.label ?? null}
      current="home"
    >
      <main id="main" className="wrap verdict">
        <div className="text">
          {props.items.length === 0 ? (
            <NothingYet {...props} words={words} />
          ) : (
            <>
              <h1 className="sr-only">{home.title}</h1>
              <Verdicts {...props} words={words} />
            </>
          )}
        </div>
        <div className="side">
          <section aria-label={search.title}>
            <SearchBox site={site} words={words} />
          </section>
          <Topics {...props} words={words} />
          <Corrections {...props} words={words} />
          <section>
            <p>
              <a href={spokenPath(site, readerPaths.tip)}>{words.shell.tip}</a>
            </p>
            <p>
              <a href={readerPaths.feeds.atom}>{home.feed}</a>
            </p>
          </section>
        </div>
      </main>
    </ReaderDocument>
  );
}
