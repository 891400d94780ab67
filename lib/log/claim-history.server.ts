import "server-only";
import { db } from "../core/db.server";

export type HistoryEntry = {
  id: string;
  at: string;
  who: string | null;
  event: string;
  detail: string | null;
};

const pageSize = 100;

/** Details that may be told: words of the log's payload, which a blind reviewer does not get for others' answers. */
function detailOf(event: string, body: Record<string, unknown> | null): string | null {
  const text = (name: string) => (typeof body?.[name] === "string" ? (body[name] as string) : null);
  if (event.startsWith("claim.")) return [text("reason"), text("note")].filter(Boolean).join(" · ") || null;
  return text("reason") ?? text("stance") ?? text("mark") ?? text("class") ?? null;
}

/** Which of two quotes is right, and why, is an answer too. */
const blindEvents = /^(?:(?:review|verdict|comment)\.|disagreement\.(?:resolved|dismissed)$)/;

/** A claim's log, newest first. For a blind reviewer what others answered is told without its words. */
export async function claimHistory(
  claimId: string,
  options: { before?: string | undefined; isBlind: boolean },
): Promise<{ entries: HistoryEntry[]; nextCursor: string | null }> {
  const rows = await db().logEntry.findMany({
    where: { claimId, ...(options.before ? { id: { lt: options.before } } : {}) },
    orderBy: { id: "desc" },
    take: pageSize + 1,
    include: { payload: true },
  });
  const shown = rows.slice(0, pageSize);
  const people = await db().user.findMany({
    where: { id: { in: shown.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    entries: shown.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      who: row.actorId ? (names.get(row.actorId) ?? "Someone who left") : null,
      event: row.event,
      detail:
        options.isBlind && blindEvents.test(row.event)
          ? null
          : detailOf(row.event, row.payload?.body as Record<string, unknown> | null),
    })),
    nextCursor: rows.length > pageSize ? shown.at(-1)!.id : null,
  };
}
