import type { ComparisonClass } from "@/lib/claims/dossier";
import { isDenied } from "@/lib/figures/denials";
import type { Figure } from "@/lib/figures/figure";
import { intervalOf } from "@/lib/figures/intervals";
import { unitSize } from "@/lib/figures/units";
import type { ReaderWords } from "@/lib/words/reader";
import { placeOn, scaleFor, type Scale } from "./chart-scale";

/** What a mark says: the claim, a figure that fits it, one that contradicts it, one that is not comparable. */
export type Tone = "claim" | "fits" | "contradicts" | "apart";

/** What is drawn: the same, or that a rule found a conflict of which nobody has said yet how it differs. */
export type ChartTone = Tone | "undecided";

/** One figure to draw, with the words beside it. */
export type ChartFigure = { key: string; name: string; amount: string; figure: Figure; tone: ChartTone };

/** A figure on the line: `from` and `to` between 0 and 1, a point when they are equal, open where no end is known. */
export type ChartRow = Omit<ChartFigure, "figure"> & {
  from: number;
  to: number;
  isOpenLow: boolean;
  isOpenHigh: boolean;
  isAbout: boolean;
};

export type Chart = { scale: Scale; rows: ChartRow[] };

/** How a class shows on the board. */
export function toneOf(comparisonClass: ComparisonClass): Tone {
  if (comparisonClass === "contradiction") return "contradicts";
  return comparisonClass.startsWith("different-") ? "apart" : "fits";
}

/** Whether two figures can stand on one line: one currency, one unit, or units of one kind. Nothing is converted else. */
function sharesLine(a: Figure, b: Figure): boolean {
  if (a.measure !== b.measure) return false;
  if (a.measure === "money") return a.unit === b.unit && a.unit !== null;
  if (a.measure === "count" || a.unit === b.unit) return true;
  return unitSize(a.measure, a.unit) !== null && unitSize(b.measure, b.unit) !== null;
}

/**
 * The claim's figure and those that can stand on a line with it, ready to draw. Null when there is nothing to look at:
 * no second figure, or only the same value again. What is denied ("not $34 million") has no place on a line.
 */
export function chartOf(
  claim: ChartFigure,
  others: readonly ChartFigure[],
  words: Pick<ReaderWords, "language" | "speech">,
): Chart | null {
  if (isDenied(claim.figure)) return null;
  const shown = others.filter(({ figure }) => sharesLine(claim.figure, figure) && !isDenied(figure));
  const all = [claim, ...shown];
  const scale =
    shown.length === 0
      ? null
      : scaleFor(
          all.map(({ figure }) => figure),
          words,
        );
  if (!scale) return null;
  const rows = all.map(({ figure, ...rest }) => {
    const { low, high } = intervalOf(figure);
    return {
      ...rest,
      from: placeOn(scale, low),
      to: placeOn(scale, high),
      isOpenLow: low === -Infinity,
      isOpenHigh: high === Infinity || figure.bound === "vague",
      isAbout: figure.bound === "about",
    };
  });
  const [first] = rows;
  const isOneValue = rows.every(({ from, to }) => from === first?.from && to === first.to);
  return isOneValue ? null : { scale, rows };
}

/** The picture in one sentence, for who cannot see it. */
export function chartInWords(
  rows: readonly Pick<ChartRow, "name" | "amount" | "tone">[],
  { figures: { tones } }: Pick<ReaderWords, "figures">,
): string {
  const sentence = rows.map(({ name, amount, tone }) =>
    tone === "claim" ? `${name}: ${amount}` : `${name}: ${amount}, ${tones[tone]}`,
  );
  return `${sentence.join(". ")}.`;
}
