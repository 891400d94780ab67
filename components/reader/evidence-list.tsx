import type { PublicationRecord, RecordComparison, RecordEvidence } from "@/lib/publications/record";
import { EvidenceSource, fragmentInWords } from "./evidence-source";
import { citationsOf, readMarkdown } from "./markdown-blocks";
import { MarkedSentence } from "./marked-sentence";
import { directionOf } from "./reader-site";
import { counted, stanceWords } from "./words";

function Quoted({ item }: { item: RecordEvidence }) {
  const lang = item.source?.language ?? undefined;
  if (item.quote !== null) {
    return (
      <blockquote lang={lang} dir={lang === undefined ? undefined : directionOf(lang)}>
        <MarkedSentence exact={item.quote.exact} sentence={item.quote.sentence} />
      </blockquote>
    );
  }
  if (item.region !== null) {
    const where = fragmentInWords(item.region.fragment);
    return (
      <p className="described">
        <strong>What is to be seen{where === "" ? "" : ` (${where})`}:</strong> {item.region.description}
      </p>
    );
  }
  return (
    <p className="described">
      <strong>Described, not printed:</strong> we have read the words and do not print them.
    </p>
  );
}

function Translation({ translation }: { translation: NonNullable<RecordEvidence["translation"]> }) {
  return (
    <p className="translation">
      {translation.text}{" "}
      <span className="meta">
        {translation.translator === null
          ? "Translation; translator not named"
          : `Translation: ${translation.translator}`}
      </span>
    </p>
  );
}

function isSameReport(item: RecordEvidence, comparisons: readonly RecordComparison[]): boolean {
  return comparisons.some(
    ({ a, b, sameReport }) =>
      sameReport &&
      typeof a.of === "number" &&
      typeof b.of === "number" &&
      a.of !== b.of &&
      Math.max(a.of, b.of) === item.number,
  );
}

type ItemProps = { item: RecordEvidence; sameReport: boolean; isCited: boolean };

function Item({ item, sameReport, isCited }: ItemProps) {
  return (
    <li id={`e${item.number}`} className="evidence" value={item.number}>
      {isCited ? (
        <a className="number" href={`#c${item.number}`} aria-label={`Where evidence ${item.number} is cited`}>
          {item.number}
        </a>
      ) : (
        <span className="number" aria-hidden="true">
          {item.number}
        </span>
      )}
      <p className="stance-line">
        <span className={`stance stance-${item.stance}`}>{stanceWords[item.stance]}</span>
        {item.shows === null || item.shows === "" ? null : <span className="shows">: {item.shows}</span>}
      </p>
      <Quoted item={item} />
      {item.translation === null ? null : <Translation translation={item.translation} />}
      {item.decisive === null ? null : (
        <p className="meta">
          <strong>Decisive:</strong> {item.decisive.reason}
        </p>
      )}
      <EvidenceSource item={item} sameReport={sameReport} />
    </li>
  );
}

function Withheld({ withheld }: { withheld: PublicationRecord["withheld"] }) {
  if (withheld.length === 0) return null;
  const sides = (["supports", "disputes", "context"] as const)
    .map((stance) => ({ stance, count: withheld.filter((item) => item.stance === stance).length }))
    .filter(({ count }) => count > 0)
    .map(({ stance, count }) => `${count} ${stance === "context" ? "gives context" : `${stance} the claim`}`);
  return (
    <div className="withheld">
      <p className="meta">
        <strong>{counted(withheld.length, "more item is", "more items are")} withheld</strong> and not printed
        ({sides.join(", ")}). We can prove later what {withheld.length === 1 ? "it was" : "they were"}.
      </p>
      <details className="copy">
        <summary>commitments</summary>
        {withheld.map(({ commitment }) => (
          <p key={commitment}>
            <code>{commitment}</code>
          </p>
        ))}
      </details>
    </div>
  );
}

/** All evidence, numbered as the analysis cites it: stance, whole sentence with the quoted words marked, source. */
export function EvidenceList({ record }: { record: PublicationRecord }) {
  if (record.evidence.length === 0 && record.withheld.length === 0) return null;
  const analysis = [record.writeUp, record.reconciliation].flatMap((text) => readMarkdown(text));
  const cited = new Set(citationsOf(analysis).map(({ id }) => id));
  return (
    <section id="evidence">
      <h2>Evidence</h2>
      {record.evidence.length > 0 ? (
        <ol className="evidence-list">
          {record.evidence.map((item) => (
            <Item
              key={item.id}
              item={item}
              sameReport={isSameReport(item, record.comparisons)}
              isCited={cited.has(item.id)}
            />
          ))}
        </ol>
      ) : null}
      <Withheld withheld={record.withheld} />
    </section>
  );
}
