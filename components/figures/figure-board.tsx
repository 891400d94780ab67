import { en } from "@/lib/words/en";
import type { ClaimDto, ComparisonDto } from "@/lib/claims/dto";
import type { Figure } from "@/lib/figures/figure";
import { peoplePeriod } from "@/components/reader/dates";
import { againstInWords, amountInWords, sameReportWords } from "@/lib/words/figure-words";
import { Disclosure } from "@/components/ui/disclosure";
import type { FormAction } from "@/components/ui/form-state";
import { Pill } from "@/components/ui/pill";
import { Section } from "@/components/ui/section";
import {
  boardOf,
  equalOfOneArticle,
  isOpen,
  type BoardGroup,
  type BoardPair,
  type PlacedFigure,
} from "./board-rows";
import { chartOf } from "./chart-rows";
import { ConfirmEqual, DecideForms } from "./decide-forms";
import { ChartKey, FigureChart } from "./figure-chart";

type Props = {
  claim: Pick<ClaimDto, "id" | "figures" | "evidence">;
  comparisons: ComparisonDto[];
  decide?: FormAction;
};

/** Each figure of the claim against those of its evidence, conflicts first: suggested by rules, confirmed by people. */
export function FigureBoard({ claim, comparisons, decide }: Props) {
  const { groups, between, open } = boardOf(claim, comparisons);
  if (groups.length === 0 && between.length === 0) return null;
  const act = { claimId: claim.id, decide };
  // What fits is read after what is still to be decided, wherever that is.
  const isBetweenFirst = between.some(isOpen) && !groups.some(({ pairs }) => pairs.some(isOpen));
  return (
    <Section
      id="figures"
      title="Figures compared"
      aside={
        open > 0
          ? `${open} ${open === 1 ? "conflict" : "conflicts"} to decide`
          : "no conflict left open, as quoted"
      }
    >
      <ComparedAsQuoted evidence={claim.evidence} />
      {isBetweenFirst ? <Between pairs={between} {...act} /> : null}
      {groups.map((group) => (
        <Group key={group.figure.id} group={group} {...act} />
      ))}
      {isBetweenFirst ? null : <Between pairs={between} {...act} />}
    </Section>
  );
}

/** Figures are those of the words we captured: where a source says otherwise now, that is no comparison of today's. */
function ComparedAsQuoted({ evidence }: Pick<Props["claim"], "evidence">) {
  const changed = evidence.flatMap(({ id, drift }, index) =>
    drift?.outcome === "altered" || drift?.outcome === "gone" ? [{ id, number: index + 1 }] : [],
  );
  if (changed.length === 0) return null;
  return (
    <p className="mb-1 text-sm text-ink-2">
      Compared as quoted. What the source says now is not in it:{" "}
      {changed.map(({ id, number }, index) => (
        <span key={id}>
          {index === 0 ? "" : ", "}
          <a href={`#evidence-${id}`}>evidence {number}</a>
        </span>
      ))}
      .
    </p>
  );
}

type Act = { claimId: string; decide?: FormAction };

function covers(figure: Figure): string {
  const parts = [figure.scope.join(", "), figure.period ? peoplePeriod(figure.period, en) : ""];
  return parts.filter((part) => part !== "").join(" · ");
}

/** How the sources compare with each other; in sight while something of it is to be decided. */
function Between({ pairs, ...act }: { pairs: readonly BoardPair[] } & Act) {
  if (pairs.length === 0) return null;
  return (
    <Disclosure summary={`Between the sources (${pairs.length})`} open={pairs.some(isOpen)}>
      <ul aria-label="Between the sources">
        {pairs.map((pair) => (
          <PairRow key={pair.id} pair={pair} isBetween {...act} />
        ))}
      </ul>
    </Disclosure>
  );
}

function Group({ group, ...act }: { group: BoardGroup } & Act) {
  const { figure, pairs } = group;
  const amount = amountInWords(figure, en);
  const chart = chartOf(
    { key: figure.id, name: "The claim", amount, figure, tone: "claim" },
    pairs.map((pair) => ({
      key: pair.id,
      name: drawnName(pair.second),
      amount: amountInWords(pair.second.figure, en),
      figure: pair.second.figure,
      tone: isOpen(pair) ? ("undecided" as const) : pair.tone,
    })),
    en,
  );
  return (
    <section aria-label={`The claim says ${amount}`} className="mb-3">
      <h3 className="border-t pt-2 font-semibold">
        {amount}
        {covers(figure) === "" ? null : <span className="font-normal text-ink-3"> · {covers(figure)}</span>}
      </h3>
      {chart ? (
        <figure className="mt-2 mb-1 rounded-md bg-sunk px-3 pt-2 pb-1.5">
          <FigureChart chart={chart} words={en} />
          <figcaption className="mt-1 text-xs text-ink-3">
            <ChartKey chart={chart} words={en} />
          </figcaption>
          <Disclosure summary="As a table" quiet>
            <FigureTable figure={figure} pairs={pairs} />
          </Disclosure>
        </figure>
      ) : null}
      <ul>
        {pairs.map((pair) => (
          <PairRow key={pair.id} pair={pair} {...act} />
        ))}
      </ul>
      {act.decide
        ? equalOfOneArticle(pairs).map((equal) => (
            <ConfirmEqual key={equal[0]!.second.articleId} pairs={equal} {...act} decide={act.decide!} />
          ))
        : null}
    </section>
  );
}

function FigureTable({ figure, pairs }: BoardGroup) {
  const rows = [
    { key: figure.id, source: "The claim", figure, against: "" },
    ...pairs.map((pair) => ({
      key: pair.id,
      source: sourceOf(pair.second),
      figure: pair.second.figure,
      against: isOpen(pair)
        ? `${en.figures.tones.undecided}; by the rule: ${againstInWords(pair.class, pair.second.figure, figure, en)}`
        : againstInWords(pair.class, pair.second.figure, figure, en),
    })),
  ];
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="The figures as a table">
      <table className="w-full text-left text-sm">
        <thead>
          <tr>
            {["Source", "Amount", "Covers", "Against the claim"].map((heading) => (
              <th key={heading} scope="col" className="py-1 pr-3 font-semibold text-ink-3">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className="border-t align-top">
              <th scope="row" className="py-1 pr-3 font-medium">
                {row.source}
              </th>
              <td className="py-1 pr-3">{amountInWords(row.figure, en)}</td>
              <td className="py-1 pr-3">{covers(row.figure) || "not given"}</td>
              <td className="py-1">{row.against || "—"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whose figure it is, how much, and in which passage: one article may have the same figure in several. */
const nameOf = (placed: PlacedFigure) => `${sourceOf(placed)}, ${amountInWords(placed.figure, en)}`;

const sourceOf = ({ source, number }: PlacedFigure) =>
  number === null ? source : `${source} (evidence ${number})`;

/** In the picture a long name is cut at its end, so that what alone tells passages of one article apart comes first. */
const drawnName = ({ source, number }: PlacedFigure) =>
  number === null ? source : `Evidence ${number} · ${source}`;

function Placed({ placed }: { placed: PlacedFigure }) {
  const words = nameOf(placed);
  return placed.evidenceId === null ? words : <a href={`#evidence-${placed.evidenceId}`}>{words}</a>;
}

function PairRow({ pair, isBetween, claimId, decide }: { pair: BoardPair; isBetween?: boolean } & Act) {
  const { first, second } = pair;
  const name = isBetween ? `${nameOf(first)} and ${nameOf(second)}` : nameOf(second);
  return (
    <li className="border-t py-2" data-class={pair.class} data-status={pair.status}>
      <p>
        {isBetween ? (
          <>
            <Placed placed={first} /> and{" "}
          </>
        ) : null}
        <Placed placed={second} />:{" "}
        <strong className="font-semibold">
          {againstInWords(pair.class, second.figure, first.figure, en)}
        </strong>{" "}
        {isOpen(pair) ? <Pill>to decide</Pill> : null}
      </p>
      <p className="text-sm text-ink-2">{pair.explanation}</p>
      <p className="text-xs text-ink-3">
        {pair.status === "suggested" ? "Compared by a rule" : "Confirmed by a person"}
        {pair.sameReport ? ` · ${sameReportWords(pair.class, en)}` : null}
      </p>
      {decide ? <DecideForms claimId={claimId} pair={pair} name={name} decide={decide} /> : null}
    </li>
  );
}
