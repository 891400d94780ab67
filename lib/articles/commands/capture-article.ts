import "server-only";
import type { Viewer } from "../../access/viewer";
import { fallBackToReview } from "../../claims/open-claim.server";
import type { Prisma, Tx } from "../../core/db.server";
import { db } from "../../core/db.server";
import { newId } from "../../core/new-id.server";
import { hit } from "../../core/rate-window.server";
import { fail, notFound, ok, refuse, type Failure, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { suggestArticleAttributions } from "../../attributions/commands/suggest-for-article";
import { recordEvent } from "../../log/record.server";
import { classifyDrift } from "../../quotes/drift";
import { fetchLimits, fetchPage } from "../fetch-page.server";
import { fetchLimit, loopbackPorts, userAgent } from "../fetch-settings.server";
import { readDocument, type Document, type ReadDocument } from "../read-document.server";
import { saveCapture } from "../save-capture.server";

export type DriftItem = { quoteId: string; outcome: string; was: string; is?: string };
export type CapturedAgain = { articleId: string; captureId: string | null; drift: DriftItem[] };

/** Captures an article again: from what was pasted, or from its address; then looks for each of its quotes. */
export async function captureAgain(
  viewer: Viewer,
  articleId: string,
  input: { html?: string | undefined; text?: string | undefined },
  now: Date,
): Promise<Result<CapturedAgain>> {
  const article = await db().article.findUnique({ where: { id: articleId }, select: { url: true } });
  if (!article) return fail(notFound("article"));
  const pasted = input.html ?? input.text;
  if (pasted !== undefined) {
    const kind = input.html === undefined ? "text" : "html";
    return captureDocument(
      viewer,
      articleId,
      { bytes: Buffer.from(pasted, "utf8"), method: "pasted", kind, url: article.url },
      now,
    );
  }
  if (!article.url)
    return fail({
      kind: "invalid",
      code: "no-address",
      detail: "This article has no address to fetch. Paste its text instead.",
    });
  const allowed = await hit(`fetch:${viewer.id}`, fetchLimit, now);
  if (!allowed.ok) return allowed;
  const page = await fetchPage(article.url, {
    ...fetchLimits,
    userAgent,
    now,
    allowLoopbackPort: loopbackPorts(),
  });
  if (!page.ok) return noteUnreachable(viewer, articleId, page.error, now);
  return captureDocument(
    viewer,
    articleId,
    {
      bytes: page.value.bytes,
      method: "fetched",
      contentType: page.value.contentType,
      url: page.value.finalUrl,
      headers: page.value.headers,
    },
    now,
  );
}

/** Adds a document as the article's newest capture and compares the words of every quote with it. */
export async function captureDocument(
  viewer: Viewer,
  articleId: string,
  document: Document,
  now: Date,
): Promise<Result<CapturedAgain>> {
  const read = await readDocument(document);
  if (!read.ok) return read;
  return runCommand(async (tx) => {
    const captureId = await saveCapture(tx, { articleId, read: read.value, createdById: viewer.id, now });
    const article = await tx.article.findUniqueOrThrow({
      where: { id: articleId },
      select: { title: true, byline: true, publishedAt: true, language: true },
    });
    const found = read.value.extraction;
    await tx.article.update({
      where: { id: articleId },
      data: {
        title: article.title ?? found.title,
        byline: article.byline ?? found.byline,
        publishedAt: article.publishedAt ?? found.publishedAt,
        language: article.language ?? found.language,
      },
    });
    const drift = await compareQuotes(tx, { articleId, captureId, read: read.value, now });
    await suggestArticleAttributions(tx, articleId, found);
    await recordEvent(tx, viewer, now, {
      event: "article.captured-again",
      subject: { kind: "article", id: articleId },
      body: {
        captureId,
        sha256: read.value.sha256,
        method: document.method,
        drifted: drift.filter(({ outcome }) => outcome === "altered" || outcome === "gone").length,
      },
    });
    return { articleId, captureId, drift };
  });
}

async function compareQuotes(
  tx: Tx,
  input: { articleId: string; captureId: string; read: ReadDocument; now: Date },
): Promise<DriftItem[]> {
  const quotes = await tx.quote.findMany({
    where: { articleId: input.articleId, exact: { not: null } },
    orderBy: { id: "asc" },
  });
  const method = input.read.document.method;
  const checks = quotes.map((quote) => {
    const selector = {
      exact: quote.exact!,
      prefix: quote.prefix,
      suffix: quote.suffix,
      start: quote.start!,
      end: quote.end!,
    };
    return { quoteId: quote.id, ...classifyDrift(selector, input.read.extraction.fullText) };
  });
  await tx.quoteCheck.createMany({
    data: checks.map((check) => ({
      id: newId(),
      quoteId: check.quoteId,
      captureId: input.captureId,
      outcome: check.outcome,
      was: check.was,
      is: check.is ?? null,
      method,
      checkedAt: input.now,
    })),
  });
  await reopenAltered(
    tx,
    checks.filter(({ outcome }) => outcome === "altered" || outcome === "gone").map(({ quoteId }) => quoteId),
    input.now,
  );
  return checks.map(({ quoteId, outcome, was, is }) => ({
    quoteId,
    outcome,
    was,
    ...(is === undefined ? {} : { is }),
  }));
}

/** A claim that was ready goes back to review; on a published one a task waits for an editor. Nothing public changes by itself. */
async function reopenAltered(tx: Tx, quoteIds: string[], now: Date): Promise<void> {
  if (quoteIds.length === 0) return;
  const claims = await tx.claim.findMany({
    where: { evidence: { some: { quoteId: { in: quoteIds }, removedAt: null } } },
    select: { id: true, state: true, slug: true },
  });
  const ids = claims.map(({ id }) => id);
  await fallBackToReview(tx, null, ids, now);
  const tasks = claims
    .filter(({ state }) => state === "published")
    .map(({ id, slug }): Prisma.TaskCreateManyInput => ({
      id: newId(),
      kind: "quote-altered",
      text: "A quoted source changed its words. Read it, then sign a notice or open a correction.",
      claimId: id,
      slug,
      createdAt: now,
    }));
  if (tasks.length > 0) await tx.task.createMany({ data: tasks });
}

async function noteUnreachable(
  viewer: Viewer,
  articleId: string,
  failure: Failure,
  now: Date,
): Promise<Result<CapturedAgain>> {
  const outcome = failure.code === "blocked" ? "blocked" : "unreachable";
  const noted = await runCommand(async (tx) => {
    const quotes = await tx.quote.findMany({
      where: { articleId, exact: { not: null } },
      select: { id: true, exact: true },
    });
    if (quotes.length === 0) refuse(failure);
    await tx.quoteCheck.createMany({
      data: quotes.map(({ id, exact }) => ({
        id: newId(),
        quoteId: id,
        captureId: null,
        outcome,
        was: exact!,
        is: null,
        method: "fetched",
        checkedAt: now,
      })),
    });
    await recordEvent(tx, viewer, now, {
      event: "article.capture-failed",
      subject: { kind: "article", id: articleId },
      body: { code: failure.code },
    });
    return {
      articleId,
      captureId: null,
      drift: quotes.map(({ id, exact }) => ({ quoteId: id, outcome, was: exact! })),
    };
  });
  return noted.ok ? ok(noted.value) : noted;
}
