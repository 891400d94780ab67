import type { Figure } from "@/lib/figures/figure";
import type { PublicationRecord, RecordComparison } from "@/lib/publications/record";
import type { ReaderWords } from "@/lib/words/reader";
import { explanationIn, figureAt } from "@/lib/words/recorded-reasons";
import { peoplePeriod } from "./dates";
import { chartOf, toneOf, type Chart } from "@/components/figures/chart-rows";
import { ChartKey, FigureChart } from "@/components/figures/figure-chart";
import {
  againstInWords,
  amountInPicture,
  amountInWords,
  sameReportWords,
  verbatimBeside,
} from "@/lib/words/figure-words";
import { Phrase } from "./phrase";
import { contentIn, quotedIn } from "./reader-site";

type Side = RecordComparison["a"];
/** `claims`: the claim's figure that it stands against. */
type Row = {
  key: string;
  of: Side["of"];
  figure: Figure;
  claims?: Figure;
  against: RecordComparison | null;
};

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
        {
          key: `${figure.id} ${other.of} ${found.id}`,
          of: other.of,
          figure: found,
          claims: figure,
          against: comparison,
        },
      ];
    });
    return against.length === 0
      ? []
      : [{ key: figure.id, of: "claim" as const, figure, against: null }, ...against];
  });
}

type Said = { record: PublicationRecord; words: ReaderWords };

function nameOf(of: number, { record, words: { figures } }: Said): string {
  const source = record.evidence.find((item) => item.number === of)?.source;
  return source === null || source === undefined ? figures.described : (source.outlet ?? figures.noOutlet);
}

function sourceWords(of: Side["of"], said: Said): string {
  return of === "claim" ? said.words.figures.theClaim : `${nameOf(of, said)} [${of}]`;
}

/** A picture for each figure of the claim that others can stand beside on one line. */
function chartsOf(rows: readonly Row[], said: Said): Chart[] {
  const drawn = rows.map((row) => ({
    key: row.key,
    name: sourceWords(row.of, said),
    amount: amountInPicture(row.figure, said.words),
    figure: row.figure,
    tone: row.against === null ? ("claim" as const) : toneOf(row.against.class),
  }));
  return drawn.flatMap((claim, index) => {
    if (claim.tone !== "claim") return [];
    const rest = drawn.slice(index + 1);
    const next = rest.findIndex(({ tone }) => tone === "claim");
    const chart = chartOf(claim, next === -1 ? rest : rest.slice(0, next), said.words);
    return chart ? [chart] : [];
  });
}

function SourceName({ of, ...said }: Said & { of: Side["of"] }) {
  if (of === "claim") return <>{said.words.figures.theClaim}</>;
  return (
    <>
      <bdi>{nameOf(of, said)}</bdi>{" "}
      <a className="cite-number" href={`#e${of}`} aria-label={said.words.evidence.number(of)}>
        {of}
      </a>
    </>
  );
}

type AmountProps = { figure: Figure; language: string | null; words: ReaderWords };

function Amount({ figure, language, words }: AmountProps) {
  const verbatim = verbatimBeside(figure, words);
  const amount = amountInWords(figure, words);
  return (
    <>
      <span className={amount.length <= 22 ? "nowrap" : undefined}>{amount}</span>
      {verbatim === null || figure.bound === "vague" ? null : (
        <span className="quiet under" {...quotedIn(language)}>
          {words.figures.verbatim(verbatim)}
        </span>
      )}
    </>
  );
}

/** `other`: what the figure stands against. */
type AgainstProps = Said & { comparison: RecordComparison; figure: Figure; other: Figure | undefined };

function Against({ comparison, figure, other, record, words }: AgainstProps) {
  const explanation = explanationIn(comparison, record, words);
  const said = againstInWords(comparison.class, figure, other, words);
  return (
    <>
      {comparison.class === "contradiction" ? <strong>{said}</strong> : <span>{said}</span>}
      {explanation === "" ? null : (
        <span className="quiet under" {...contentIn(record.language, words)}>
          {explanation}
        </span>
      )}
      {comparison.sameReport ? (
        <span className="quiet under">{sameReportWords(comparison.class, words)}</span>
      ) : null}
    </>
  );
}

function TableRow({ row, record, words }: Said & { row: Row }) {
  const said = words.figures;
  const period = peoplePeriod(row.figure.period, words);
  const language =
    row.of === "claim"
      ? (record.claim.appearance?.language ?? record.language)
      : (record.evidence.find((item) => item.number === row.of)?.source?.language ?? null);
  return (
    <tr role="row" className={row.against === null ? "of-claim" : undefined}>
      <th role="rowheader" scope="row">
        <SourceName record={record} of={row.of} words={words} />
      </th>
      <td role="cell" data-label={said.amount}>
        <Amount figure={row.figure} language={language} words={words} />
      </td>
      <td role="cell" data-label={said.covers}>
        {row.figure.scope.length === 0 ? (
          said.scopeNotGiven
        ) : (
          <bdi {...quotedIn(language)}>{row.figure.scope.join(", ")}</bdi>
        )}
      </td>
      <td role="cell" data-label={said.period}>
        <span className={period.length <= 12 ? "nowrap" : undefined}>{period}</span>
      </td>
      <td role="cell" data-label={said.against}>
        {row.against === null ? (
          "—"
        ) : (
          <Against
            comparison={row.against}
            figure={row.figure}
            other={row.claims}
            record={record}
            words={words}
          />
        )}
      </td>
    </tr>
  );
}

function BetweenSources({ record, words }: Said) {
  const between = record.comparisons.flatMap((comparison) => {
    const [a, b] = [figureAt(record, comparison.a), figureAt(record, comparison.b)];
    if (comparison.a.of === "claim" || comparison.b.of === "claim" || a === undefined || b === undefined)
      return [];
    return [{ comparison, a, b }];
  });
  if (between.length === 0) return null;
  return (
    <details>
      <summary>{words.figures.betweenSources}</summary>
      <ul className="between">
        {between.map(({ comparison, a, b }, index) => (
          <li key={index}>
            <Phrase
              say={words.figures.pair}
              with={{
                first: <SourceName record={record} of={comparison.a.of} words={words} />,
                one: amountInWords(a, words),
                second: <SourceName record={record} of={comparison.b.of} words={words} />,
                other: amountInWords(b, words),
              }}
            />{" "}
            <Against comparison={comparison} figure={b} other={a} record={record} words={words} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Each number of the claim beside the numbers of the evidence, with what each covers. */
export function FiguresCompared({ record, words }: Said) {
  const { title, source, amount, covers, period, against } = words.figures;
  const rows = rowsOf(record);
  if (record.comparisons.length === 0) return null;
  return (
    <section id="figures">
      <h2>{title}</h2>
      {chartsOf(rows, { record, words }).map((chart) => (
        <figure key={chart.rows[0]?.key} className="route-figure">
          <FigureChart chart={chart} words={words} size="wide" className="route wide" />
          <FigureChart chart={chart} words={words} className="route narrow" />
          <figcaption className="key">
            <ChartKey chart={chart} words={words} />
          </figcaption>
        </figure>
      ))}
      {rows.length === 0 ? null : (
        <table role="table" className="stacking">
          <thead role="rowgroup">
            <tr role="row">
              {[source, amount, covers, period].map((heading) => (
                <th key={heading} role="columnheader" scope="col">
                  {heading}
                </th>
              ))}
              <th role="columnheader" scope="col" className="against">
                {against}
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <TableRow key={row.key} row={row} record={record} words={words} />
            ))}
          </tbody>
        </table>
      )}
      <BetweenSources record={record} words={words} />
    </section>
  );
}
