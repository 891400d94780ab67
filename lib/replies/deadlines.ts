import { dayMs } from "../core/durations";
import { sayMinute } from "../core/zoned-time";

/** What a person who asked for a reply is told about its deadline, and the key under which they are told once. */
export type DeadlineNews = { kind: "reply-due" | "reply-over"; text: string; onceKey: string };

type Waiting = { id: string; asked: string; askedAt: Date; deadlineAt: Date };

/** When to warn: a day before the deadline, or half-way to it when less than two days were given. */
export function warnAt({ askedAt, deadlineAt }: Pick<Waiting, "askedAt" | "deadlineAt">): Date {
  const given = Math.max(0, deadlineAt.getTime() - askedAt.getTime());
  return new Date(deadlineAt.getTime() - Math.min(dayMs, given / 2));
}

/** What is news about a request that has no answer yet; null before it is time. A deadline that was moved is news again. Said in the zone. */
export function deadlineNews(request: Waiting, now: Date, timeZone: string): DeadlineNews | null {
  const { id, asked, deadlineAt } = request;
  const key = `${id}:${deadlineAt.toISOString()}`;
  if (deadlineAt <= now) {
    const text = `${asked} has not answered by ${sayMinute(timeZone, deadlineAt)}. Log what came, or that nothing did.`;
    return { kind: "reply-over", text, onceKey: `reply-over:${key}` };
  }
  if (warnAt(request) > now) return null;
  const text = `${asked} has until ${sayMinute(timeZone, deadlineAt)} to answer. Ask again if you need to.`;
  return { kind: "reply-due", text, onceKey: `reply-due:${key}` };
}
