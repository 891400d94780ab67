import "server-only";
import { suggestArticleAttributions } from "../attributions/commands/suggest-for-article";
import { fetchLimits, fetchPage } from "../articles/fetch-page.server";
import { loopbackPorts, userAgent } from "../articles/fetch-settings.server";
import { restAsAsked, robotsPermission } from "../articles/host-visits.server";
import { readDocumentApart } from "../articles/read-document-apart.server";
import type { ReadDocument } from "../articles/read-document.server";
import { outletIdAt, outletIdOf, saveCapture } from "../articles/save-capture.server";
import { hostOf } from "../articles/watch-plan";
import { db, type Tx } from "../core/db.server";
import type { Failure, Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { sheetTurn, type FetchJob } from "./sheet-turn";
import { outletKey } from "../articles/article-identity";

const lookEveryMs = 500;

/** Says when somebody stopped the fetch: its article is then no longer `fetching`. Call `end` in any case. */
function watchForStop(articleId: string): { stop: AbortSignal; end: () => void } {
  const stopped = new AbortController();
  const timer = setInterval(() => {
    void isWanted(db(), articleId)
      .then((wanted) => wanted || stopped.abort())
      .catch(() => undefined);
  }, lookEveryMs);
  return { stop: stopped.signal, end: () => clearInterval(timer) };
}

async function isWanted(at: Pick<Tx, "article">, articleId: string): Promise<boolean> {
  const article = await at.article.findUnique({ where: { id: articleId }, select: { state: true } });
  return article?.state === "fetching";
}

/** The same inside a transaction, from which moment on nobody can stop it any more. */
async function isStillWanted(tx: Tx, articleId: string): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM article WHERE id = ${articleId} FOR UPDATE`;
  return isWanted(tx, articleId);
}

/**
 * Fetches one article's address and keeps what came: at once where a person asked for this page, in its turn where a sheet
 * did. A failure is kept with its reason; the person may try again. When it is stopped meanwhile, nothing that came is kept.
 */
export async function fetchArticle(job: FetchJob, now: Date): Promise<void> {
  const article = await db().article.findUnique({ where: { id: job.articleId } });
  if (!article?.url || article.state !== "fetching") return;
  const turn = await sheetTurn(job, article.url, now);
  if (!turn.ok) return keepFailure(job, turn.error, now);
  if (turn.value === "later") return;
  const mayFollow = async (to: URL) => (await robotsPermission(to.href, now)).failure ?? null;
  const { stop, end } = watchForStop(job.articleId);
  const page = await fetchPage(article.url, {
    ...fetchLimits,
    userAgent,
    now,
    stop,
    allowLoopbackPort: loopbackPorts(),
    ...(job.turn ? { mayFollow } : {}),
  }).finally(end);
  const host = hostOf(article.url);
  if (host && !page.ok && page.error.retryAfterSeconds !== undefined)
    await restAsAsked(host, page.error.retryAfterSeconds, now);
  const read: Result<ReadDocument> = page.ok
    ? await readDocumentApart({
        bytes: page.value.bytes,
        method: "fetched",
        contentType: page.value.contentType,
        url: page.value.finalUrl,
        headers: page.value.headers,
      })
    : page;
  if (read.ok) await keep(job, read.value, now);
  else await keepFailure(job, read.error, now);
}

async function keep(
  job: { articleId: string; actorId: string },
  read: ReadDocument,
  now: Date,
): Promise<void> {
  const done = await runCommand(async (tx) => {
    if (!(await isStillWanted(tx, job.articleId))) return;
    const article = await tx.article.findUniqueOrThrow({ where: { id: job.articleId } });
    const found = read.extraction;
    const captureId = await saveCapture(tx, {
      articleId: job.articleId,
      read,
      createdById: job.actorId,
      now,
    });
    // What a person typed stands; only what is still unknown is filled from the page.
    await tx.article.update({
      where: { id: job.articleId },
      data: {
        title: article.title ?? found.title,
        byline: article.byline ?? found.byline,
        outletId:
          article.outletId ??
          (found.outlet && outletKey(found.outlet) ? await outletIdOf(tx, found.outlet) : null) ??
          (await outletIdAt(tx, article.url)),
        language: article.language ?? found.language,
        publishedAt: article.publishedAt ?? found.publishedAt,
        canonicalUrl: article.canonicalUrl ?? found.canonicalUrl,
      },
    });
    await recordEvent(tx, null, now, {
      event: "article.captured",
      subject: { kind: "article", id: job.articleId },
      // Whoever prints it already, as a source named by another, prints what was found, and that it was read.
      articleIds: [job.articleId],
      body: { captureId, sha256: read.sha256, method: "fetched" },
    });
    await suggestArticleAttributions(tx, job.articleId, found);
  });
  if (!done.ok) throw new Error(done.error.detail);
}

async function keepFailure(job: { articleId: string }, failure: Failure, now: Date): Promise<void> {
  const done = await runCommand(async (tx) => {
    if (!(await isStillWanted(tx, job.articleId))) return;
    await tx.article.update({
      where: { id: job.articleId },
      data: { state: "failed", failureCode: failure.code, failureMessage: failure.detail },
    });
    await recordEvent(tx, null, now, {
      event: "article.fetch-failed",
      subject: { kind: "article", id: job.articleId },
      body: { code: failure.code },
    });
  });
  // The job is tried again: the article would otherwise be said to be on its way for ever.
  if (!done.ok) throw new Error(done.error.detail);
}
