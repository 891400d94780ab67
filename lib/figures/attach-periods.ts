import type { Period, PeriodMention } from "./periods";

type Span = { start: number; end: number };

/** Period and as-of date for one figure. */
export type AttachedTime = { period?: Period; asOf?: string | null };

const CLAUSE_START = /(?:^|[;:—(]|,| (?:and|but|while|whereas))\s*["“'‘(]?$/u;
const AS_OF = /\bas (?:of|at)(?: the end of)?(?: \p{L}{0,3})?$/iu;

/**
 * Gives each figure of a sentence its period: one that follows it before the next figure, else one that opens its
 * clause, else the only one of the sentence. "As of June 2024" is a date of knowledge, not a period.
 */
export function attachPeriods(text: string, figures: Span[], mentions: PeriodMention[]): AttachedTime[] {
  const periods: PeriodMention[] = [];
  let asOf: string | null = null;
  for (const mention of mentions) {
    if (AS_OF.test(text.slice(Math.max(0, mention.start - 24), mention.start + 3).trimEnd()))
      asOf = mention.period.to;
    else if (!figures.some((figure) => mention.start < figure.end && mention.end > figure.start))
      periods.push(mention);
  }
  const leading = periods.filter((period, index) => isLeading(text, figures, periods, period, index));
  return figures.map((figure, index) => {
    const next = figures[index + 1]?.start ?? Infinity;
    const after = periods.find(
      (period) => period.start >= figure.end && period.start < next && !leading.includes(period),
    );
    const before = leading.filter((period) => period.end <= figure.start).at(-1);
    const earlier = periods.filter((period) => period.end <= figure.start).at(-1);
    const found = after ?? before ?? (periods.length === 1 ? periods[0] : earlier);
    return found ? { period: found.period, asOf } : { asOf };
  });
}

/** Whether a period opens a clause whose figure follows: "In 2022 it sold 31 cars; in 2023, 107". */
function isLeading(
  text: string,
  figures: Span[],
  periods: PeriodMention[],
  period: PeriodMention,
  index: number,
): boolean {
  if (!CLAUSE_START.test(text.slice(0, period.start))) return false;
  const next = figures.find((figure) => figure.start >= period.end);
  if (!next) return false;
  const isFirst = !figures.some((figure) => figure.end <= period.start);
  const previous = periods[index - 1];
  // After an earlier figure, only a sentence that already leads with periods does so again.
  return isFirst || (previous !== undefined && previous.start < (figures[0]?.start ?? 0));
}
