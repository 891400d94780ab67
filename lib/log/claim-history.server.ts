import "server-only";
import { namesOf } from "../accounts/names.server";
import { db } from "../core/db.server";
import { isBlindEvent } from "./blind-events";

export type HistoryEntry = {
  id: string;
  at: string;
  who: string | null;
  event: string;
  detail: string | null;
  /** What was changed, by the names of the fields. */
  fields: string[];
  /** The quoted words and the article they stand in, for entries about evidence. */
  quote: { words: string; articleId: string; evidenceId: string | null } | null;
};

const pageSize = 100;

/** Details that may be told: words of the log's payload, which a blind reviewer does not get for others' answers. */
function detailOf(event: string, body: Record<string, unknown> | null): string | null {
  const text = (name: string) => (typeof body?.[name] === "string" ? (body[name] as string) : null);
  if (event.startsWith("claim.")) return [text("reason"), text("note")].filter(Boolean).join(" · ") || null;
  if (event.startsWith("search.")) return [text("where"), text("query")].filter(Boolean).join(": ") || null;
  if (event.startsWith("reply.")) return text("asked");
  return text("reason") ?? text("stance") ?? text("mark") ?? text("class") ?? text("reader") ?? null;
}

const changesFields = new Set(["claim.edited", "evidence.edited", "search.edited", "search.edit-undone"]);

/** Names of the fields that an edit changed. */
function fieldsOf(event: string, body: Record<string, unknown> | null): string[] {
  if (changesFields.has(event)) return Object.keys((body?.changes as object | undefined) ?? {});
  if (event === "verdict.written") return Object.keys(body ?? {}).filter((name) => name !== "version");
  return [];
}

/** The words of the evidence that entries are about, by evidence id. What was removed is no longer led to. */
async function quotesOf(evidenceIds: string[]): Promise<Map<string, HistoryEntry["quote"]>> {
  const rows = await db().evidence.findMany({
    where: { id: { in: evidenceIds } },
    select: {
      id: true,
      articleId: true,
      removedAt: true,
      quote: { select: { exact: true, description: true } },
    },
  });
  return new Map(
    rows.map(({ id, articleId, removedAt, quote }) => [
      id,
      {
        words: quote.exact ?? quote.description ?? "",
        articleId,
        evidenceId: removedAt ? null : id,
      },
    ]),
  );
}

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
  const names = await namesOf(shown.map(({ actorId }) => actorId));
  const quotes = await quotesOf(
    shown.flatMap(({ subjectKind, subjectId }) => (subjectKind === "evidence" ? [subjectId] : [])),
  );
  return {
    entries: shown.map((row) => {
      const body = row.payload?.body as Record<string, unknown> | null;
      const isHidden = options.isBlind && isBlindEvent(row.event);
      return {
        id: row.id,
        at: row.at.toISOString(),
        who: row.actorId ? (names.get(row.actorId) ?? "Someone who left") : null,
        event: row.event,
        detail: isHidden ? null : detailOf(row.event, body),
        fields: isHidden ? [] : fieldsOf(row.event, body),
        quote: quotes.get(row.subjectId) ?? null,
      };
    }),
    nextCursor: rows.length > pageSize ? shown.at(-1)!.id : null,
  };
}
