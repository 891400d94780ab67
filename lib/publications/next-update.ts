import { hourMs } from "../core/durations";
import { sayMinute } from "../core/zoned-time";

/** What the desk is told about the update that first findings promise, and the key under which each person is told once. */
export type NextUpdateNews = { kind: "next-update"; text: string; onceKey: string };

type Promised = { claimId: string; publishedAt: Date; dueAt: Date };

/** What is news about a promised update; null until an hour before it, or half-way to it when less than two were given. Said in the zone. */
export function nextUpdateNews(
  { claimId, publishedAt, dueAt }: Promised,
  now: Date,
  timeZone: string,
): NextUpdateNews | null {
  const given = Math.max(0, dueAt.getTime() - publishedAt.getTime());
  const warnsAt = dueAt.getTime() - Math.min(hourMs, given / 2);
  if (now.getTime() < warnsAt) return null;
  const [isOver, at] = [dueAt <= now, sayMinute(timeZone, dueAt)];
  const text = isOver
    ? `Readers were promised an update by ${at}, and none is published. Open a correction, or sign a notice.`
    : `Readers were promised an update by ${at}.`;
  const when = isOver ? "over" : "soon";
  return { kind: "next-update", text, onceKey: `next-update-${when}:${claimId}:${dueAt.toISOString()}` };
}
