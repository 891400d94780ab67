import "server-only";
import type { Actor } from "../access/viewer";
import { suggestArticleAttributions } from "../attributions/commands/suggest-for-article";
import { changedFields } from "../core/changed-fields";
import type { Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { notFound, refuse } from "../core/result";
import { recordEvent } from "../log/record.server";
import { loadSettings } from "../settings/settings.server";
import { comparer, quotesToCompare, type DriftAhead } from "./drift-ahead.server";
import { lastFetchedCopy, type FetchedCopy, type Look } from "./look-at-source.server";
import type { ReadDocument } from "./read-document.server";
import { saveCapture } from "./save-capture.server";
import { driftNews, wordOutcomes, type ComparedQuote } from "./standing-drift";
import { tellDrift } from "./tell-drift.server";
import { freshSince, nextCheckAt } from "./watch-plan";

export type DriftItem = { quoteId: string; outcome: string; was: string; is?: string };
export type CapturedAgain = { articleId: string; captureId: string | null; drift: DriftItem[] };

type Asked = {
  /** Who asked for it; null for the schedule. */
  actor: Actor | null;
  articleId: string;
  look: Look;
  /** The quotes' comparison where it was made before the transaction; what changed meanwhile is compared again. */
  ahead?: DriftAhead;
};

/** A page that answered 404 or 410 twice, with this much time in between, is gone. */
const goneAfterMs = 50 * 60_000;

type LockedArticle = {
  id: string;
  title: string | null;
  outlet: string | null;
  publishedAt: string | null;
  checkFailures: number;
};

async function lockArticle(tx: Tx, articleId: string): Promise<LockedArticle> {
  const rows = await tx.$queryRaw<LockedArticle[]>`
    SELECT a.id, a.title, a."publishedAt", a."checkFailures", (SELECT o.name FROM outlet o WHERE o.id = a."outletId") AS outlet
    FROM article a WHERE a.id = ${articleId} FOR UPDATE OF a`;
  return rows[0] ?? refuse(notFound("article"));
}

/**
 * Keeps what a look found: a copy where there is a new one, the outcome for each quote, when to look next, and what
 * follows for the claims that lean on it. One path for people, pasted text and the schedule; looks at one article wait
 * for each other here.
 */
export async function keepLook(tx: Tx, asked: Asked, now: Date): Promise<CapturedAgain> {
  const { actor, articleId, look } = asked;
  const article = await lockArticle(tx, articleId);
  const kept = await keepCopy(tx, asked, now);
  const quotes = await quotesToCompare(tx, articleId);
  const unread = look.kind === "failed" ? await outcomeOfFailure(tx, articleId, look, now) : null;
  const compare = comparer(look, asked.ahead ?? new Map());
  const compared: ComparedQuote[] = quotes.map((quote) => {
    if (compare === null) return { quoteId: quote.id, outcome: unread!, was: quote.exact!, is: null };
    const { outcome, was, is } = compare(quote);
    return { quoteId: quote.id, outcome, was, is: is ?? null };
  });
  const before = await lastCompared(
    tx,
    quotes.map(({ id }) => id),
  );
  const method = look.kind === "read" ? look.read.document.method : "fetched";
  const lookId = await writeLook(tx, { asked, kept, method, compared }, now);
  const news = driftNews(compared, before);
  await tellDrift(tx, { lookId, article, method, actor, compared, news }, now);
  await planNext(tx, article, asked, { isChanged: news.changed.length > 0, method }, now);
  await recordLook(tx, asked, { kept, method, changed: news.changed.length }, now);
  return {
    articleId,
    captureId: kept.captureId,
    drift: compared.map(({ quoteId, outcome, was, is }) => ({
      quoteId,
      outcome,
      was,
      ...(is === null ? {} : { is }),
    })),
  };
}

/** `changesPrint`: a claim that prints the article prints something else from now on. */
type Kept = { captureId: string | null; outcome: string; changesPrint?: boolean };

/** What a person asks for is always kept; the schedule keeps a copy only when the text is another. */
async function keepCopy(tx: Tx, { actor, articleId, look }: Asked, now: Date): Promise<Kept> {
  if (look.kind === "failed") return { captureId: null, outcome: look.outcome };
  if (look.kind === "not-modified") return { captureId: look.copy.id, outcome: "not-modified" };
  const { read } = look;
  if (actor === null) {
    const copy = await lastFetchedCopy(articleId, tx);
    if (copy && isSameCopy(copy, read)) return { captureId: copy.id, outcome: "same-text" };
  }
  const captureId = await saveCapture(tx, { articleId, read, createdById: actor?.id ?? null, now });
  const changesPrint = actor !== null && (await fillUnknown(tx, articleId, read));
  await suggestArticleAttributions(tx, articleId, read.extraction);
  return { captureId, outcome: "new-copy", changesPrint };
}

function isSameCopy(copy: FetchedCopy, read: ReadDocument): boolean {
  return copy.sha256 === read.sha256 || copy.fullText === read.extraction.fullText;
}

/**
 * What was unknown is filled from the page a person asked for; the schedule never touches what a claim would print. Answers
 * whether that is another now: something was filled, or it is the first copy, by which the article counts as read.
 */
async function fillUnknown(tx: Tx, articleId: string, { extraction: found }: ReadDocument): Promise<boolean> {
  const { _count: has, ...article } = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: {
      ...{ title: true, byline: true, publishedAt: true, language: true },
      _count: { select: { captures: true } },
    },
  });
  const filled = {
    title: article.title ?? found.title,
    byline: article.byline ?? found.byline,
    publishedAt: article.publishedAt ?? found.publishedAt,
    language: article.language ?? found.language,
  };
  await tx.article.update({ where: { id: articleId }, data: filled });
  return has.captures === 1 || Object.keys(changedFields(filled, article)).length > 0;
}

async function outcomeOfFailure(
  tx: Tx,
  articleId: string,
  look: Look & { kind: "failed" },
  now: Date,
): Promise<string> {
  if (look.outcome !== "missing") return look.outcome;
  // Only those in a row count: a page that was there in between was not gone. One that could not be asked for tells nothing.
  const lastOther = await tx.sourceCheck.findFirst({
    where: { articleId, method: "fetched", outcome: { notIn: ["missing", "unreachable", "blocked"] } },
    orderBy: { checkedAt: "desc" },
    select: { checkedAt: true },
  });
  const longAgo = new Date(now.getTime() - goneAfterMs);
  const earlier = await tx.sourceCheck.findFirst({
    where: {
      ...{ articleId, method: "fetched", outcome: "missing" },
      checkedAt: { lte: longAgo, ...(lastOther ? { gt: lastOther.checkedAt } : {}) },
    },
    select: { id: true },
  });
  return earlier ? "gone" : "unreachable";
}

/** Each quote's last outcome that compared words. */
async function lastCompared(
  tx: Tx,
  quoteIds: string[],
): Promise<Map<string, { outcome: string; is: string | null }>> {
  const rows = await tx.$queryRaw<{ quoteId: string; outcome: string; is: string | null }[]>`
    SELECT DISTINCT ON ("quoteId") "quoteId", outcome, "is" FROM quote_check
    WHERE "quoteId" = ANY(${quoteIds}) AND outcome = ANY(${[...wordOutcomes]})
    ORDER BY "quoteId", "checkedAt" DESC, id DESC`;
  return new Map(rows.map(({ quoteId, ...last }) => [quoteId, last]));
}

type Written = { asked: Asked; kept: Kept; method: string; compared: ComparedQuote[] };

async function writeLook(tx: Tx, { asked, kept, method, compared }: Written, now: Date): Promise<string> {
  const { look, actor, articleId } = asked;
  const failure = look.kind === "failed" ? look.failure : null;
  const id = newId();
  await tx.sourceCheck.create({
    data: {
      id,
      articleId,
      captureId: kept.captureId,
      outcome: kept.outcome,
      method,
      failureCode: failure?.code ?? null,
      httpStatus: typeof failure?.extra?.status === "number" ? failure.extra.status : null,
      detail: failure?.detail ?? null,
      checkedById: actor?.id ?? null,
      checkedAt: now,
    },
  });
  await tx.quoteCheck.createMany({
    data: compared.map((quote) => ({
      id: newId(),
      ...quote,
      captureId: kept.captureId,
      method,
      lookId: id,
      checkedAt: now,
    })),
  });
  return id;
}

/** Pasted text says nothing of the source, so it changes nothing about when to look there. */
async function planNext(
  tx: Tx,
  article: LockedArticle,
  { look }: Asked,
  found: { isChanged: boolean; method: string },
  now: Date,
): Promise<void> {
  if (found.method !== "fetched") return;
  const failures = look.kind === "failed" ? article.checkFailures + 1 : 0;
  const fresh = await freshnessOf(tx, article.id);
  const next = nextCheckAt(
    {
      articleId: article.id,
      lookedAt: now,
      freshSince: found.isChanged ? now : freshSince({ ...fresh, publishedAt: article.publishedAt }),
      failures,
      isRefused: look.kind === "failed" && look.outcome === "blocked",
      retryAfterSeconds: look.kind === "failed" ? look.failure.retryAfterSeconds : undefined,
    },
    (await loadSettings(tx)).watch,
  );
  await tx.article.update({
    where: { id: article.id },
    data: { lastCheckedAt: now, checkFailures: failures, nextCheckAt: next, checkingUntil: null },
  });
}

/** What makes a page fresh besides its own date: a publication of ours that leans on it, a change of its words. */
export async function freshnessOf(
  tx: Tx,
  articleId: string,
): Promise<{ ourPublicationAt: Date | null; changedAt: Date | null }> {
  const [row] = await tx.$queryRaw<{ ourPublicationAt: Date | null; changedAt: Date | null }[]>`
    SELECT (SELECT max(p."publishedAt") FROM publication p JOIN evidence e ON e."claimId" = p."claimId" WHERE e."articleId" = ${articleId}) AS "ourPublicationAt",
      (SELECT max(k."checkedAt") FROM quote_check k JOIN quote q ON q.id = k."quoteId"
        WHERE q."articleId" = ${articleId} AND k.method = 'fetched' AND k.outcome IN ('altered', 'gone')
        AND NOT EXISTS (SELECT 1 FROM quote_check b WHERE b."quoteId" = k."quoteId" AND b."checkedAt" < k."checkedAt" AND b.outcome = k.outcome AND b."is" IS NOT DISTINCT FROM k."is")) AS "changedAt"`;
  return row!;
}

async function recordLook(
  tx: Tx,
  { actor, articleId, look }: Asked,
  found: { kept: Kept; method: string; changed: number },
  now: Date,
): Promise<void> {
  const { kept, method, changed } = found;
  const subject = { kind: "article", id: articleId };
  if (look.kind === "failed") {
    const body = { code: look.failure.code };
    await recordEvent(tx, actor, now, { event: "article.capture-failed", subject, body });
    return;
  }
  const sha256 = look.kind === "read" ? look.read.sha256 : look.copy.sha256;
  await recordEvent(tx, actor, now, {
    event: kept.outcome === "new-copy" ? "article.captured-again" : "article.checked",
    subject,
    articleIds: kept.changesPrint ? [articleId] : [],
    body: { captureId: kept.captureId, outcome: kept.outcome, sha256, method, drifted: changed },
  });
}
