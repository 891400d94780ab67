import "server-only";
import { suggestArticleAttributions } from "../attributions/commands/suggest-for-article";
import { fetchLimits, fetchPage } from "../articles/fetch-page.server";
import { loopbackPorts, userAgent } from "../articles/fetch-settings.server";
import { readDocument, type ReadDocument } from "../articles/read-document.server";
import { outletIdAt, outletIdOf, saveCapture } from "../articles/save-capture.server";
import { db } from "../core/db.server";
import type { Failure, Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { outletKey } from "../articles/article-identity";

/** Fetches one article's address and keeps what came. A failure is kept with its reason; the person may try again. */
export async function fetchArticle(job: { articleId: string; actorId: string }, now: Date): Promise<void> {
  const article = await db().article.findUnique({ where: { id: job.articleId } });
  if (!article?.url || article.state !== "fetching") return;
  const page = await fetchPage(article.url, {
    ...fetchLimits,
    userAgent,
    now,
    allowLoopbackPort: loopbackPorts(),
  });
  const read: Result<ReadDocument> = page.ok
    ? await readDocument({
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
      body: { captureId, sha256: read.sha256, method: "fetched" },
    });
    await suggestArticleAttributions(tx, job.articleId, found);
  });
  if (!done.ok) throw new Error(done.error.detail);
}

async function keepFailure(job: { articleId: string }, failure: Failure, now: Date): Promise<void> {
  await runCommand(async (tx) => {
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
}
