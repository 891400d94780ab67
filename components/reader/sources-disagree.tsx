import { differingPieces, type Piece } from "@/lib/disagreements/differences";
import type { PublicationRecord, RecordEvidence } from "@/lib/publications/record";
import { directionOf } from "./reader-site";

function Side({ item, pieces }: { item: RecordEvidence; pieces: readonly Piece[] }) {
  const lang = item.source?.language ?? undefined;
  return (
    <div>
      <p className="meta">
        <span className="outlet">{item.source?.outlet ?? "No outlet named"}</span>{" "}
        <a className="cite-number" href={`#e${item.number}`} aria-label={`Evidence ${item.number}`}>
          {item.number}
        </a>
      </p>
      <blockquote lang={lang} dir={lang === undefined ? undefined : directionOf(lang)}>
        {pieces.map((piece, index) =>
          piece.differs ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
        )}
      </blockquote>
    </div>
  );
}

/** Pairs of quotes that cannot both be right, side by side, about what, and how it was settled or that it is open. */
export function SourcesDisagree({ record }: { record: PublicationRecord }) {
  const at = (number: number) => record.evidence.find((item) => item.number === number);
  const pairs = (record.disagreements ?? []).flatMap((pair) => {
    const [a, b] = [at(pair.a), at(pair.b)];
    if (!a?.quote || !b?.quote) return [];
    return [{ ...pair, a, b, pieces: differingPieces(a.quote.exact, b.quote.exact) }];
  });
  if (pairs.length === 0) return null;
  return (
    <section id="disagreements">
      <h2>Where sources disagree</h2>
      <ul className="rows">
        {pairs.map(({ a, b, pieces, why, resolution }) => (
          <li key={`${a.number} ${b.number}`}>
            <div className="beside">
              <Side item={a} pieces={pieces.a} />
              <Side item={b} pieces={pieces.b} />
            </div>
            <p className="meta">
              <strong>{resolution === null ? "Not settled" : "Settled"}:</strong> {why}
              {resolution === null ? null : ` ${resolution}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
