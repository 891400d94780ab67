import "server-only";
import type { Sight } from "../access/viewer";
import { namesOf } from "../accounts/names.server";
import { declineReasons } from "../claims/vocabulary";
import { declineReasonWords } from "../claims/vocabulary-words";
import { db, Prisma } from "../core/db.server";
import { attributionWords } from "./attribution-words.server";
import { isBlindEvent } from "./blind-events";
import { entrySeen } from "./seen-marks.server";
import { signedWords } from "./signed-words";

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
  /** The article whose facts were changed, under its name. */
  article: { id: string; name: string } | null;
};

type Row = {
  id: string;
  at: Date;
  actorId: string | null;
  event: string;
  subjectKind: string;
  subjectId: string;
  body: Record<string, unknown> | null;
};

const pageSize = 100;

/** Details that may be told: words of the log's payload, which a blind reviewer does not get for others' answers. */
function detailOf(event: string, body: Record<string, unknown> | null): string | null {
  const text = (name: string) => (typeof body?.[name] === "string" ? (body[name] as string) : null);
  if (event.startsWith("claim.")) {
    const reason = text("reason");
    const why = declineReasons.find((one) => one === reason);
    return [why ? declineReasonWords[why] : reason, text("note")].filter(Boolean).join(" · ") || null;
  }
  if (event.startsWith("search.")) return [text("where"), text("query")].filter(Boolean).join(": ") || null;
  if (event.startsWith("reply.")) return text("asked");
  if (event.startsWith("outlet.") || event === "account.renamed") return renamed(body);
  if (event === "verdict.signed-off") return signedWords(body);
  return text("reason") ?? text("stance") ?? text("mark") ?? text("class") ?? text("reader") ?? null;
}

/** The name of an outlet or a person before and after. */
function renamed(body: Record<string, unknown> | null): string | null {
  const { name, intoName, was, changes } = (body ?? {}) as Record<string, unknown> & {
    was?: { name?: unknown };
    changes?: { name?: unknown };
  };
  const [before, after] = [was?.name ?? name, changes?.name ?? intoName];
  return typeof before === "string" && typeof after === "string" ? `${before} → ${after}` : null;
}

const changesFields = new Set([
  ...["claim.edited", "evidence.edited", "search.edited", "search.edit-undone"],
  ...["article.edited", "article.reliability-changed"],
]);
/** Columns that say the same as another field of the same edit. */
const doubled = new Set(["outletId", "reliabilityReason"]);

/** Names of the fields that an edit changed. */
function fieldsOf(event: string, body: Record<string, unknown> | null): string[] {
  if (changesFields.has(event))
    return Object.keys((body?.changes as object | undefined) ?? {}).filter((name) => !doubled.has(name));
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

/** What these articles are called: by their titles, else by their addresses. */
async function articlesOf(articleIds: string[]): Promise<Map<string, HistoryEntry["article"]>> {
  const rows = await db().article.findMany({
    where: { id: { in: articleIds } },
    select: { id: true, title: true, url: true },
  });
  return new Map(rows.map(({ id, title, url }) => [id, { id, name: title ?? url ?? "an article" }]));
}

/**
 * All that the log says of a claim, newest first: also what was changed of the articles that it prints, as far as the viewer
 * sees those. For a blind reviewer what others answered is told without its words.
 */
export async function claimHistory(
  viewer: Sight,
  claimId: string,
  options: { before?: string | undefined; isBlind: boolean },
): Promise<{ entries: HistoryEntry[]; nextCursor: string | null }> {
  const before = options.before ? Prisma.sql`l.id < ${options.before}` : Prisma.sql`true`;
  const rows = await db().$queryRaw<Row[]>`
    SELECT l.id, l.at, l."actorId", l.event, l."subjectKind", l."subjectId", p.body
    FROM claim_log l LEFT JOIN log_payload p ON p."entryId" = l.id
    WHERE l."onClaimId" = ${claimId} AND ${entrySeen(viewer)} AND ${before} ORDER BY l.id DESC LIMIT ${pageSize + 1}`;
  const shown = rows.slice(0, pageSize);
  const names = await namesOf(shown.map(({ actorId }) => actorId));
  const about = (kind: string) =>
    shown.flatMap(({ subjectKind, subjectId }) => (subjectKind === kind ? [subjectId] : []));
  const [quotes, articles, attributions] = await Promise.all([
    quotesOf(about("evidence")),
    articlesOf(about("article")),
    attributionWords(about("attribution")),
  ]);
  return {
    entries: shown.map((row) => {
      const { body } = row;
      const isHidden = options.isBlind && isBlindEvent(row.event);
      return {
        id: row.id,
        at: row.at.toISOString(),
        who: row.actorId ? (names.get(row.actorId) ?? "Someone who left") : null,
        event: row.event,
        detail: isHidden ? null : (detailOf(row.event, body) ?? attributions.get(row.subjectId) ?? null),
        fields: isHidden ? [] : fieldsOf(row.event, body),
        quote: quotes.get(row.subjectId) ?? null,
        article: articles.get(row.subjectId) ?? null,
      };
    }),
    nextCursor: rows.length > pageSize ? shown.at(-1)!.id : null,
  };
}
