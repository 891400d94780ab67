import { en } from "@/lib/words/en";
import type { Figure } from "@/lib/figures/figure";
import type { PublicationRecord, RecordComparison } from "@/lib/publications/record";
import { peoplePeriod } from "./dates";
import { chartOf, toneOf, type Chart } from "@/components/figures/chart-rows";
import { ChartKey, FigureChart } from "@/components/figures/figure-chart";
import { againstInWords, amountInWords, sameReportWords, verbatimBeside } from "./figure-words";

type Side = RecordComparison["a"];
type Row = { key: string; of: Side["of"]; figure: Figure; against: RecordComparison | null };

function figureAt(record: PublicationRecord, side: Side): Figure | undefined {
  const figures =
    side.of === "claim"
      ? record.claim.figures
      : record.evidence.find((item) => item.number === side.of)?.figures;
  return figures?.find((figure) => figure.id === side.figureId);
}

/** The claim's figures, each followed by what was compared with it. */
function rowsOf(record: PublicationRecord): Row[] {
  return record.claim.figures.flatMap((figure) => {
    const against = record.comparisons.flatMap((comparison): Row[] => {
      const sides = [comparison.a, comparison.b];
      const own = sides.find((side) => side.of === "claim" && side.figureId === figure.id);
      const other = sides.find((side) => side.of !== "claim");
      const found = own === undefined || other === undefined ? undefined : figureAt(record, other);
      if (other === undefined || found === undefined) return [];
      return [
        { key: `${figure.id} ${other.of} ${found.id}`, of: other.of, figure: found, against: comparison },
      ];
    });
    return against.length === 0
      ? []
      : [{ key: figure.id, of: "claim" as const, figure, against: null }, ...against];
  });
}

function sourceWords(record: PublicationRecord, of: Side["of"]): string {
  if (of === "claim") return "The claim";
  const source = record.evidence.find((item) => item.number === of)?.source;
  const name =
    source === null || source === undefined ? "Described evidence" : (source.outlet ?? "No outlet named");
  return `${name} [${of}]`;
}

/** A picture for each figure of the claim that others can stand beside on one line. */
function chartsOf(record: PublicationRecord, rows: readonly Row[]): Chart[] {
  const drawn = rows.map((row) => ({
    key: row.key,
    name: sourceWords(record, row.of),
    amount: amountInWords(row.figure),
    figure: row.figure,
    tone: row.against === null ? ("claim" as const) : toneOf(row.against.class),
  }));
  return drawn.flatMap((claim, index) => {
    if (claim.tone !== "claim") return [];
    const rest = drawn.slice(index + 1);
    const next = rest.findIndex(({ tone }) => tone === "claim");
    const chart = chartOf(claim, next === -1 ? rest : rest.slice(0, next));
    return chart ? [chart] : [];
  });
}

function SourceName({ record, of }: { record: PublicationRecord; of: Side["of"] }) {
  if (of === "claim") return <>The claim</>;
  const source = record.evidence.find((item) => item.number === of)?.source;
  return (
    <>
      {source === null || source === undefined ? "Described evidence" : (source.outlet ?? "No outlet named")}{" "}
      <a className="cite-number" href={`#e${of}`} aria-label={`Evidence ${of}`}>
        {of}
      </a>
    </>
  );
}

function Amount({ figure }: { figure: Figure }) {
  const verbatim = verbatimBeside(figure);
  const words = amountInWords(figure);
  return (
    <>
      <span className={words.length <= 22 ? "nowrap" : undefined}>{words}</span>
      {verbatim === null || figure.bound === "vague" ? null : (
        <span className="quiet under">“{verbatim}”</span>
      )}
    </>
  );
}

function Against({ comparison, figure }: { comparison: RecordComparison; figure: Figure }) {
  const words = againstInWords(comparison.class, figure);
  return (
    <>
      {comparison.class === "contradiction" ? <strong>{words}</strong> : <span>{words}</span>}
      {comparison.explanation === "" ? null : <span className="quiet under">{comparison.explanation}</span>}
      {comparison.sameReport ? (
        <span className="quiet under">{sameReportWords(comparison.class)}</span>
      ) : null}
    </>
  );
}

function TableRow({ row, record }: { row: Row; record: PublicationRecord }) {
  return (
    <tr role="row" className={row.against === null ? "of-claim" : undefined}>
      <th role="rowheader" scope="row">
        <SourceName record={record} of={row.of} />
      </th>
      <td role="cell" data-label="Amount">
        <Amount figure={row.figure} />
      </td>
      <td role="cell" data-label="Covers">
        {row.figure.scope.length === 0 ? "not given" : row.figure.scope.join(", ")}
      </td>
      <td role="cell" data-label="Period">
        <span className="nowrap">{peoplePeriod(row.figure.period, en)}</span>
      </td>
      <td role="cell" data-label="Against the claim">
        {row.against === null ? "—" : <Against comparison={row.against} figure={row.figure} />}
      </td>
    </tr>
  );
}

function BetweenSources({ record }: { record: PublicationRecord }) {
  const between = record.comparisons.flatMap((comparison) => {
    const [a, b] = [figureAt(record, comparison.a), figureAt(record, comparison.b)];
    if (comparison.a.of === "claim" || comparison.b.of === "claim" || a === undefined || b === undefined)
      return [];
    return [{ comparison, a, b }];
  });
  if (between.length === 0) return null;
  return (
    <details>
      <summary>How the sources compare with each other</summary>
      <ul className="between">
        {between.map(({ comparison, a, b }, index) => (
          <li key={index}>
            <SourceName record={record} of={comparison.a.of} /> ({amountInWords(a)}) and{" "}
            <SourceName record={record} of={comparison.b.of} /> ({amountInWords(b)}):{" "}
            <Against comparison={comparison} figure={b} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Each number of the claim beside the numbers of the evidence, with what each covers. */
export function FiguresCompared({ record }: { record: PublicationRecord }) {
  const rows = rowsOf(record);
  if (record.comparisons.length === 0) return null;
  return (
    <section id="figures">
      <h2>The figures compared</h2>
      {chartsOf(record, rows).map((chart) => (
        <figure key={chart.rows[0]?.key} className="route-figure">
          <FigureChart chart={chart} />
          <figcaption className="key">
            <ChartKey chart={chart} />
          </figcaption>
        </figure>
      ))}
      {rows.length === 0 ? null : (
        <table role="table" className="stacking">
          <thead role="rowgroup">
            <tr role="row">
              {["Source", "Amount", "Covers", "Period", "Against the claim"].map((heading) => (
                <th key={heading} role="columnheader" scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <TableRow key={row.key} row={row} record={record} />
            ))}
          </tbody>
        </table>
      )}
      <BetweenSources record={record} />
    </section>
  );
}
