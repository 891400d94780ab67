import type { MarkedPart } from "@/lib/publications/mark-words";
import type { ReaderWords } from "@/lib/words/reader";
import { Dotted } from "./dotted";
import { MarkedText } from "./marked-text";
import { Phrase } from "./phrase";
import { RatingMeant } from "./rating-word";
import { namePath, spokenPath, verdictPath } from "./reader-paths";
import { contentIn, type ReaderSite, type VerdictListItem } from "./reader-site";
import { spokenLabel, spokenRating } from "./spoken-rating";
import { StandingTags } from "./standing-tags";
import { When } from "./when";

type ListProps = { site: ReaderSite; words: ReaderWords; headingLevel: 2 | 3; withPoints?: boolean };
type RowProps = ListProps & { item: VerdictListItem };
type Own = ReturnType<typeof contentIn>;

const unmarked = (text: string): MarkedPart[] => [{ text, marked: false }];

function Name({
  site,
  kind,
  name,
  own,
}: {
  site: ReaderSite;
  kind: "topic" | "claimant";
  name: string;
  own: Own;
}) {
  return (
    <a href={spokenPath(site, namePath(kind, name))}>
      <bdi {...own}>{name}</bdi>
    </a>
  );
}

function Meta({ item, site, words, own }: RowProps & { own: Own }) {
  const { lists, browse } = words;
  return (
    <p className="meta">
      <Dotted
        items={[
          <When key="when" iso={item.publishedAt} words={words} />,
          item.changed === null ? null : (
            <span>
              {lists.changed[item.changed.class]} <When iso={item.changed.at} words={words} />
            </span>
          ),
          ...item.topics.map((topic) => <Name key={topic} site={site} kind="topic" name={topic} own={own} />),
          ...(item.roles ?? []).map((role) => browse.outlet.roleHere[role]),
        ]}
      />
    </p>
  );
}

function Row(props: RowProps) {
  const { item, site, words, headingLevel, withPoints = false } = props;
  const Heading = headingLevel === 2 ? "h2" : "h3";
  const own = contentIn(item.language, words);
  const { lists } = words;
  const found = item.found ?? { finding: unmarked(item.finding), claim: unmarked(item.claim), excerpt: null };
  return (
    <li>
      <p className="meta">
        <RatingMeant size={18} {...spokenRating(item.rating, own, words)} />
        {item.label === null ? null : <span className="tag" {...spokenLabel(item.label, words, own)} />}
        <StandingTags notices={item.notices} words={words} />
      </p>
      <Heading {...own}>
        <a href={verdictPath(item.slug)}>
          <MarkedText parts={found.finding} />
        </a>
      </Heading>
      <p className="of-claim">
        <span className="quiet">
          {item.claimant === null ? (
            lists.theClaim
          ) : (
            <Phrase
              say={lists.claimBy}
              with={{ who: <Name site={site} kind="claimant" name={item.claimant} own={own} /> }}
            />
          )}
        </span>{" "}
        <bdi {...own}>
          <MarkedText parts={found.claim} />
        </bdi>
      </p>
      {withPoints && item.points.length > 0 ? (
        <ul className="short" {...own}>
          {item.points.map((point, index) => (
            <li key={index}>{point}</li>
          ))}
        </ul>
      ) : null}
      {found.excerpt === null ? null : (
        <p className="of-claim quiet" {...own}>
          <MarkedText parts={found.excerpt} />
        </p>
      )}
      <Meta {...props} own={own} />
    </li>
  );
}

/** Verdicts one below the other: rating, finding and claim together, so that the claim never stands alone. */
export function VerdictList({
  items,
  className,
  ...rest
}: ListProps & { items: readonly VerdictListItem[]; className?: "top" | "beside" }) {
  return (
    <ol className={className === undefined ? "verdict-list" : `verdict-list ${className}`}>
      {items.map((item) => (
        <Row key={item.slug} item={item} {...rest} />
      ))}
    </ol>
  );
}

/** Links to newer and older pages of a list. */
export function Pager({
  newerUrl,
  olderUrl,
  words,
}: {
  newerUrl: string | null;
  olderUrl: string | null;
  words: ReaderWords;
}) {
  if (newerUrl === null && olderUrl === null) return null;
  const { pages, newer, older } = words.lists;
  return (
    <nav className="pager" aria-label={pages}>
      {newerUrl === null ? <span /> : <a href={newerUrl}>{newer}</a>}
      {olderUrl === null ? null : <a href={olderUrl}>{older}</a>}
    </nav>
  );
}
