import type { Figure } from "@/lib/figures/figure";
import { formatAmount } from "@/lib/figures/format-figure";
import { intervalOf, type Interval } from "@/lib/figures/intervals";
import { unitSize } from "@/lib/figures/units";
import type { ReaderWords } from "@/lib/words/reader";

/** From a value in base units to a place on the line; `isLog` when the values are orders of size apart. */
export type Scale = { low: number; high: number; isLog: boolean; ticks: { value: number; label: string }[] };

/** Values further apart than this are shown by orders of size: on an even line the small ones would all sit at zero. */
const EVEN_MAX = 40;
const NICE = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The next round number that is not smaller. */
function niceAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = NICE.find((one) => one * power >= value * (1 - 1e-12)) ?? 10;
  return Number((step * power).toPrecision(12));
}

const ends = ({ low, high }: Interval) => [low, high].filter((end) => Number.isFinite(end));

type Words = Pick<ReaderWords, "language" | "speech">;

function tickLabel(value: number, figure: Figure, words: Words): string {
  const isBare = figure.measure === "count";
  const shown = value / (unitSize(figure.measure, figure.unit) ?? 1);
  const bare = isBare ? { ...figure, unit: null } : figure;
  return words.language === "en" ? formatAmount(shown, bare) : amountOn(shown, bare, words);
}

/** A value as short as the language writes it: "30 млн $". */
function amountOn(value: number, { measure, unit }: Figure, { speech }: Words): string {
  if (measure === "year") return String(value);
  if (measure === "money" && unit !== null && /^[A-Z]{3}$/.test(unit)) return speech.shortMoney(value, unit);
  const amount = speech.short(value);
  if (measure === "percent") return `${amount}%`;
  return unit === null ? amount : `${amount} ${unit}`;
}

/** A line on which all these figures find a place; null when they name no value, or all are zero. */
export function scaleFor(figures: readonly Figure[], words: Words): Scale | null {
  const [first] = figures;
  const values = figures.flatMap((figure) => ends(intervalOf(figure)));
  const sizes = values.map(Math.abs).filter((value) => value > 0);
  if (!first || sizes.length === 0) return null;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (least > 0 && most / least > EVEN_MAX) {
    const low = 10 ** Math.floor(Math.log10(least));
    const high = 10 ** Math.ceil(Math.log10(most) - 1e-9);
    const decades = Math.round(Math.log10(high / low));
    const stride = Math.max(1, Math.ceil(decades / 3));
    const ticks = Array.from({ length: Math.floor(decades / stride) + 1 }, (_, index) => {
      const value = Number((low * 10 ** (index * stride)).toPrecision(6));
      return { value, label: tickLabel(value, first, words) };
    });
    return { low, high, isLog: true, ticks };
  }
  const high = most > 0 ? niceAbove(most * 1.08) : 0;
  const low = least < 0 ? -niceAbove(-least * 1.08) : 0;
  const ticks = [low, (low + high) / 2, high].map((value) => ({
    value,
    label: tickLabel(value, first, words),
  }));
  return { low, high, isLog: false, ticks };
}

/** Where a value lies between 0 and 1; values outside the line, and open ends, lie at its edge. */
export function placeOn(scale: Scale, value: number): number {
  if (value <= scale.low) return 0;
  if (value >= scale.high) return 1;
  const [at, low, high] = scale.isLog
    ? [Math.log(value), Math.log(scale.low), Math.log(scale.high)]
    : [value, scale.low, scale.high];
  return (at - low) / (high - low);
}
