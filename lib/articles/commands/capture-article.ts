import "server-only";
import type { Viewer } from "../../access/viewer";
import { db } from "../../core/db.server";
import { hit } from "../../core/rate-window.server";
import { fail, notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { fetchLimit } from "../fetch-settings.server";
import { driftAhead } from "../drift-ahead.server";
import { keepLook, type CapturedAgain, type DriftItem } from "../keep-look.server";
import { lookAtSource } from "../look-at-source.server";
import { retryFetch } from "./add-article";
import { readDocumentApart } from "../read-document-apart.server";
import type { Document } from "../read-document.server";

export type { CapturedAgain, DriftItem } from "../keep-look.server";

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
  const look = await lookAtSource(article.url, null, now);
  const ahead = await driftAhead(articleId, look);
  return runCommand(async (tx) => {
    const kept = await keepLook(tx, { actor: viewer, articleId, look, ahead }, now);
    // Nothing is quoted from it, so there is no outcome to tell: the person is told what went wrong.
    if (look.kind === "failed" && kept.drift.length === 0) refuse(look.failure);
    return kept;
  });
}

/** Fetches the address again: an article that has a copy is compared at once, any other is fetched by a job. */
export async function fetchAgain(
  viewer: Viewer,
  articleId: string,
  now: Date,
): Promise<Result<{ articleId: string; drift?: DriftItem[] }>> {
  const article = await db().article.findUnique({
    where: { id: articleId },
    select: { currentCaptureId: true, state: true },
  });
  if (!article) return fail(notFound("article"));
  const isCaptured = article.state === "captured" && article.currentCaptureId !== null;
  return isCaptured ? captureAgain(viewer, articleId, {}, now) : retryFetch(viewer, articleId, now);
}

/** Adds a document as the article's newest capture and compares the words of every quote with it. */
async function captureDocument(
  viewer: Viewer,
  articleId: string,
  document: Document,
  now: Date,
): Promise<Result<CapturedAgain>> {
  const read = await readDocumentApart(document);
  if (!read.ok) return read;
  const look = { kind: "read" as const, read: read.value };
  const ahead = await driftAhead(articleId, look);
  return runCommand((tx) => keepLook(tx, { actor: viewer, articleId, look, ahead }, now));
}
