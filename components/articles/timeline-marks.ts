import type { LookDto, LookOutcome } from "@/lib/articles/source-history-dto";

export type TimelineMark = { x: number; outcome: LookOutcome; count: number; isCopy: boolean };

/** What a mark that stands for several looks shows: the most telling of them. */
const tellingFirst: readonly LookOutcome[] = [
  "altered",
  "gone",
  "missing",
  "blocked",
  "unreachable",
  "copied",
  "same",
];

/**
 * Looks as marks along a line of `width`, by time from the first to the last. Marks nearer than `apart` are one, which
 * shows the most telling outcome, so that years of daily looks stay readable. `looks` oldest first.
 */
export function timelineMarks(looks: readonly LookDto[], width: number, apart: number): TimelineMark[] {
  const times = looks.map(({ at }) => Date.parse(at));
  const first = times[0] ?? 0;
  const span = (times.at(-1) ?? 0) - first;
  const marks: TimelineMark[] = [];
  looks.forEach(({ outcome, isCopy }, index) => {
    const x = span === 0 ? width / 2 : ((times[index]! - first) / span) * width;
    const last = marks.at(-1);
    if (!last || x - last.x >= apart) {
      marks.push({ x, outcome, count: 1, isCopy });
      return;
    }
    last.count += 1;
    last.isCopy ||= isCopy;
    if (tellingFirst.indexOf(outcome) < tellingFirst.indexOf(last.outcome)) last.outcome = outcome;
  });
  return marks;
}

/** Outcomes in use, the most telling first, for the legend. */
export function outcomesOf(looks: readonly LookDto[]): LookOutcome[] {
  return tellingFirst.filter((outcome) => looks.some((look) => look.outcome === outcome));
}
