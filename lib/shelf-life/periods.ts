import type { ClaimKind } from "../claims/vocabulary";
import { dayMs } from "../core/durations";
import { instantIn } from "../core/zoned-time";
import type { ShelfLifeSettings } from "../settings/shelf-life-settings";

/** Days after which a claim of this kind and with these topics is looked at again; `null` when the newsroom set none. */
export function periodOf(
  claim: { kind: ClaimKind; topics: readonly string[] },
  { byKind, byTopic }: ShelfLifeSettings,
): number | null {
  const days = claim.topics.flatMap((topic) => daysOfTopic(topic, byTopic) ?? []);
  return days.length > 0 ? Math.min(...days) : byKind[claim.kind];
}

/** The days of a topic, in capitals or not; `null` when the newsroom set none for it. */
export function daysOfTopic(topic: string, byTopic: ShelfLifeSettings["byTopic"]): number | null {
  const days = byTopic.flatMap((one) => (folded(one.topic) === folded(topic) ? [one.days] : []));
  return days.length > 0 ? Math.min(...days) : null;
}

/** The noon of a day (`2024-06-28`) in a zone, at which it is that day for everyone there. */
export function noonOf(day: string, timeZone: string): Date {
  const noon = instantIn(timeZone, `${day}T12:00`, "day");
  // No zone has ever skipped a noon or had two in a day but by leaving out the whole day.
  return noon.ok ? noon.value : new Date(`${day}T12:00:00Z`);
}

/** So many days after a time, or after the noon of a day (`2024-06-28`) in a zone. */
export function recheckAfter(since: Date, asOf: string | null, days: number, timeZone: string): Date {
  const from = asOf === null ? since : noonOf(asOf, timeZone);
  return new Date(from.getTime() + days * dayMs);
}

/** What decided the day of a next look: ISO 8601 times, `asOf` a day. */
type Look = {
  recheckAt: string;
  since: string;
  asOf: string | null;
  lookedBy: string | null;
  isChosen: boolean;
};

/**
 * The days that a next look was counted by: from the last look, else from the day that the finding is true as of, else
 * from when it was published. `null` where whoever looked last chose the day.
 */
export function daysCounted(
  { recheckAt, since, asOf, lookedBy, isChosen }: Look,
  timeZone: string,
): number | null {
  if (isChosen) return null;
  const from = asOf === null || lookedBy !== null ? new Date(since) : noonOf(asOf, timeZone);
  return Math.round((Date.parse(recheckAt) - from.getTime()) / dayMs);
}

export const dueGroups = ["overdue", "this-week", "later"] as const;
export type DueGroup = (typeof dueGroups)[number];

/** In which part of the due list a date stands. */
export function dueGroup(recheckAt: Date, now: Date): DueGroup {
  const away = recheckAt.getTime() - now.getTime();
  return away <= 0 ? "overdue" : away <= 7 * dayMs ? "this-week" : "later";
}

/** Topics with days, one a line as people type them ("Prices: 30"). Lines that say no number of days are given back. */
export function readTopicLines(text: string): { byTopic: ShelfLifeSettings["byTopic"]; strange: string[] } {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const read = lines.map((line) => ({ line, match: /^(.{1,60}?)\s*:\s*(\d{1,4})$/.exec(line) }));
  return {
    byTopic: read.flatMap(({ match }) =>
      match ? [{ topic: match[1]!.trim(), days: Number(match[2]) }] : [],
    ),
    strange: read.flatMap(({ line, match }) => (match ? [] : [line])),
  };
}

/** The same lines to be edited. */
export function topicLines(byTopic: ShelfLifeSettings["byTopic"]): string {
  return byTopic.map(({ topic, days }) => `${topic}: ${days}`).join("\n");
}

function folded(topic: string): string {
  return topic.normalize("NFC").trim().toLowerCase();
}
