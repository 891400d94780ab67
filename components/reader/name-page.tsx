import type { ReactNode } from "react";
import { outletRoles, type NameKind, type NamePage as Found } from "@/lib/publications/listing";
import type { Rating } from "@/lib/settings/ratings";
import { readerWords, type ReaderWords } from "@/lib/words/reader";
import { totalOf } from "./archive-page";
import { Phrase } from "./phrase";
import { RatingCounts } from "./rating-counts";
import { ReaderDocument } from "./reader-document";
import { keyPath, readerPaths, spokenPath, topicFeeds } from "./reader-paths";
import type { ReaderSite, VerdictListItem } from "./reader-site";
import { Pager, VerdictList } from "./verdict-list";

export type NamePageProps = {
  site: ReaderSite;
  kind: NameKind;
  pageKey: string;
  found: Found;
  ratings: readonly Rating[];
  items: readonly VerdictListItem[];
  newerUrl?: string | null;
  olderUrl?: string | null;
  label?: string | null;
};

type PartProps = NamePageProps & { words: ReaderWords };

function Lead({ kind, found, words }: PartProps) {
  if (kind === "topic") return null;
  const say = words.browse[kind].lead(totalOf(found.ratings));
  return (
    <p className="lead">
      <Phrase say={say} with={{ who: <bdi>{found.name}</bdi> }} />
    </p>
  );
}

function TopicParts({ site, found, ratings, words }: PartProps) {
  const { topic, verdicts } = words.browse;
  return (
    <>
      <p>
        <span className="meta">
          {topic.feeds}{" "}
          {topicFeeds(found.name).map(({ name, href }, index) => (
            <span key={name}>
              {index === 0 ? null : " · "}
              <a href={href}>{name}</a>
            </span>
          ))}
        </span>
      </p>
      <RatingCounts
        site={site}
        counts={found.ratings}
        scale={ratings}
        words={words}
        caption={verdicts(totalOf(found.ratings))}
      />
    </>
  );
}

function ClaimantParts({ site, found, ratings, words }: PartProps) {
  const { claimant } = words.browse;
  const methodology = (inside: ReactNode) => <a href={spokenPath(site, readerPaths.methodology)}>{inside}</a>;
  return (
    <>
      <RatingCounts
        site={site}
        counts={found.ratings}
        scale={ratings}
        words={words}
        caption={claimant.ratings}
      />
      <p className="meta">
        <Phrase say={claimant.fair} with={{ link: methodology }} />
      </p>
    </>
  );
}

function OutletParts({ found, words }: PartProps) {
  const { archive, outlet } = words.browse;
  return (
    <>
      <table className="counts">
        <caption>{outlet.roles}</caption>
        <thead>
          <tr>
            <th scope="col">{outlet.role}</th>
            <th scope="col">{archive.number}</th>
          </tr>
        </thead>
        <tbody>
          {outletRoles.map((role) => {
            const count = found.roles.find((one) => one.role === role)?.count ?? 0;
            return count === 0 ? null : (
              <tr key={role}>
                <th scope="row">{outlet.roleNames[role]}</th>
                <td>{words.speech.number(count)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="meta">{outlet.fair}</p>
    </>
  );
}

const parts = { topic: TopicParts, claimant: ClaimantParts, outlet: OutletParts };

/** What stands under a topic, a claimant or an outlet. */
export function NamePage(props: NamePageProps) {
  const { site, kind, found, newerUrl = null, olderUrl = null } = props;
  const words = readerWords(site.speaks);
  const own = words.browse[kind];
  const Parts = parts[kind];
  return (
    <ReaderDocument
      site={site}
      title={found.name}
      description={own.description(found.name, site.name)}
      path={keyPath(kind, props.pageKey)}
      isHidden={newerUrl !== null}
      label={props.label ?? null}
      feed={kind === "topic" ? { title: found.name, href: topicFeeds(found.name)[0]?.href ?? "" } : null}
    >
      <main id="main" className="wrap page">
        <p className="kicker">{own.kind}</p>
        <h1>
          <bdi>{found.name}</bdi>
        </h1>
        {newerUrl === null ? (
          <>
            <Lead {...props} words={words} />
            <Parts {...props} words={words} />
          </>
        ) : null}
        <h2 className="result-count">
          {kind === "claimant" ? words.browse.claimant.list : words.shell.verdicts}
        </h2>
        <VerdictList site={site} items={props.items} words={words} headingLevel={3} />
        <Pager newerUrl={newerUrl} olderUrl={olderUrl} words={words} />
      </main>
    </ReaderDocument>
  );
}
