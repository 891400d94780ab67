import type { ReaderWords } from "@/lib/words/reader";
import { Dotted } from "./dotted";
import { Phrase } from "./phrase";
import { RatingWord } from "./rating-word";
import { verdictPath } from "./reader-paths";
import { contentIn, type VerdictListItem } from "./reader-site";
import { When } from "./when";

type RowProps = { item: VerdictListItem; words: ReaderWords; headingLevel: 2 | 3 };

function Row({ item, words, headingLevel }: RowProps) {
  const Heading = headingLevel === 2 ? "h2" : "h3";
  const own = contentIn(item.language, words);
  const { lists } = words;
  return (
    <li>
      <span {...own}>
        <RatingWord rating={item.rating} size={18} />
        {item.label === null ? null : <span className="tag">{item.label}</span>}
      </span>
      <Heading {...own}>
        <a href={verdictPath(item.slug)}>{item.finding}</a>
      </Heading>
      <p className="of-claim">
        <span className="quiet">
          {item.claimant === null ? (
            lists.theClaim
          ) : (
            <Phrase say={lists.claimBy} with={{ who: <bdi {...own}>{item.claimant}</bdi> }} />
          )}
        </span>{" "}
        <bdi {...own}>{item.claim}</bdi>
      </p>
      <p className="meta">
        <Dotted
          items={[
            <When key="when" iso={item.publishedAt} words={words} />,
            item.changed === null ? null : (
              <span>
                {lists.changed[item.changed.class]} <When iso={item.changed.at} words={words} />
              </span>
            ),
            ...item.topics.map((topic) => (
              <bdi key={topic} {...own}>
                {topic}
              </bdi>
            )),
          ]}
        />
      </p>
    </li>
  );
}

/** Verdicts one below the other: rating, finding and claim together, so that the claim never stands alone. */
export function VerdictList({
  items,
  words,
  headingLevel,
}: {
  items: readonly VerdictListItem[];
  words: ReaderWords;
  headingLevel: 2 | 3;
}) {
  return (
    <ol className="verdict-list">
      {items.map((item) => (
        <Row key={item.slug} item={item} words={words} headingLevel={headingLevel} />
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
