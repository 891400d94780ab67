import { dayMs } from "../../core/durations";

/** Local times are at most 14 hours ahead of and 12 hours behind UTC. */
const aheadMs = 14 * 3_600_000;
const behindMs = 12 * 3_600_000;

/** Earliest and latest moment that a published time can mean: a time with zone, a local time without one, or a date. */
function momentsOf(published: string): [number, number] | null {
  const date = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?/u.exec(
    published,
  );
  if (!date) return null;
  const [, day, time, zone] = date;
  const at = Date.parse(`${day}T${time ?? "00:00"}${time && zone ? zone : "Z"}`);
  if (Number.isNaN(at)) return null;
  if (time && zone) return [at, at];
  return [at - aheadMs, at + behindMs + (time ? 0 : dayMs)];
}

/** Which of two articles came first, when their published times settle it whatever the zones that they leave out. */
export function publicationOrder(
  first: string | null,
  second: string | null,
): "first" | "second" | "unknown" {
  const a = first === null ? null : momentsOf(first);
  const b = second === null ? null : momentsOf(second);
  if (!a || !b) return "unknown";
  if (a[1] < b[0]) return "first";
  return b[1] < a[0] ? "second" : "unknown";
}

/** Reports of one news are not further apart, in days. */
export const daysOfOneNews = 14;

/** Whether two articles can be about the same news: not known to be further apart than so many days. */
export function isWithinDays(first: string | null, second: string | null, days: number): boolean {
  const a = first === null ? null : momentsOf(first);
  const b = second === null ? null : momentsOf(second);
  if (!a || !b) return true;
  return Math.max(a[0] - b[1], b[0] - a[1]) <= days * dayMs;
}

/** What the words of a suggestion say where nobody knows which of the two texts was first. */
export const orderUnknown = "(which was first is unknown)";
