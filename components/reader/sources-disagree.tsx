import { differingPieces, type Piece } from "@/lib/disagreements/differences";
import type { PublicationRecord, RecordEvidence } from "@/lib/publications/record";
import type { ReaderWords } from "@/lib/words/reader";
import { whyIn } from "@/lib/words/recorded-reasons";
import { contentIn, quotedIn } from "./reader-site";

type SideProps = { item: RecordEvidence; pieces: readonly Piece[]; words: ReaderWords };

function Side({ item, pieces, words }: SideProps) {
  return (
    <div>
      <p className="meta">
        <bdi className="outlet">{item.source?.outlet ?? words.figures.noOutlet}</bdi>{" "}
        <a className="cite-number" href={`#e${item.number}`} aria-label={words.evidence.number(item.number)}>
          {item.number}
        </a>
      </p>
      <blockquote {...quotedIn(item.source?.language ?? null)}>
        {pieces.map((piece, index) =>
          piece.differs ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
        )}
      </blockquote>
    </div>
  );
}

/** Pairs of quotes that cannot both be right, side by side, about what, and how it was settled or that it is open. */
export function SourcesDisagree({ record, words }: { record: PublicationRecord; words: ReaderWords }) {
  const at = (number: number) => record.evidence.find((item) => item.number === number);
  const pairs = (record.disagreements ?? []).flatMap((pair) => {
    const [a, b] = [at(pair.a), at(pair.b)];
    if (!a?.quote || !b?.quote) return [];
    return [
      {
        ...pair,
        a,
        b,
        why: whyIn(pair, record, words),
        pieces: differingPieces(
          { text: a.quote.exact, language: a.source?.language ?? null },
          { text: b.quote.exact, language: b.source?.language ?? null },
        ),
      },
    ];
  });
  if (pairs.length === 0) return null;
  const said = words.evidence.disagree;
  return (
    <section id="disagreements">
      <h2>{said.title}</h2>
      <ul className="rows">
        {pairs.map(({ a, b, pieces, why, resolution }) => (
          <li key={`${a.number} ${b.number}`}>
            <div className="beside">
              <Side item={a} pieces={pieces.a} words={words} />
              <Side item={b} pieces={pieces.b} words={words} />
            </div>
            <p className="meta">
              <strong>{resolution === null ? said.open : said.settled}</strong>{" "}
              <bdi {...contentIn(record.language, words)}>
                {resolution === null ? why : `${why} ${resolution}`}
              </bdi>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
