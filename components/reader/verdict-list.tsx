import { Dotted } from "./dotted";
import { RatingWord } from "./rating-word";
import { verdictPath } from "./reader-paths";
import type { VerdictListItem } from "./reader-site";
import { When } from "./when";
import { correctionVerbs } from "./words";

function Row({ item, headingLevel }: { item: VerdictListItem; headingLevel: 2 | 3 }) {
  const Heading = headingLevel === 2 ? "h2" : "h3";
  return (
    <li lang={item.language}>
      <RatingWord rating={item.rating} size={18} />
      {item.label === null ? null : <span className="tag">{item.label}</span>}
      <Heading>
        <a href={verdictPath(item.slug)}>{item.finding}</a>
      </Heading>
      <p className="of-claim">
        <span className="quiet">The claim{item.claimant === null ? "" : `, by ${item.claimant}`}:</span>{" "}
        {item.claim}
      </p>
      <p className="meta">
        <Dotted
          items={[
            <When key="when" iso={item.publishedAt} />,
            item.changed === null ? null : (
              <span>
                {correctionVerbs[item.changed.class].toLowerCase()} <When iso={item.changed.at} />
              </span>
            ),
            ...item.topics,
          ]}
        />
      </p>
    </li>
  );
}

/** Verdicts one below the other: rating, finding and claim together, so that the claim never stands alone. */
export function VerdictList({
  items,
  headingLevel,
}: {
  items: readonly VerdictListItem[];
  headingLevel: 2 | 3;
}) {
  return (
    <ol className="verdict-list">
      {items.map((item) => (
        <Row key={item.slug} item={item} headingLevel={headingLevel} />
      ))}
    </ol>
  );
}

/** Links to newer and older pages of a list. */
export function Pager({ newerUrl, olderUrl }: { newerUrl: string | null; olderUrl: string | null }) {
  if (newerUrl === null && olderUrl === null) return null;
  return (
    <nav className="pager" aria-label="Pages">
      {newerUrl === null ? <span /> : <a href={newerUrl}>Newer</a>}
      {olderUrl === null ? null : <a href={olderUrl}>Older</a>}
    </nav>
  );
}
