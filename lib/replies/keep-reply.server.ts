import "server-only";
import type { Viewer } from "../access/viewer";
import { keepLook } from "../articles/keep-look.server";
import { readDocumentApart } from "../articles/read-document-apart.server";
import type { ReadDocument } from "../articles/read-document.server";
import { saveCapture } from "../articles/save-capture.server";
import type { Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { ok, refuse, type Result } from "../core/result";
import { recordEvent } from "../log/record.server";

/** Reads a reply's words as a document, before the transaction that keeps it; null when there are none. */
export async function readReply(words: string | null | undefined): Promise<Result<ReadDocument | null>> {
  if (!words) return ok(null);
  return readDocumentApart({ bytes: Buffer.from(words, "utf8"), method: "pasted", kind: "text", url: null });
}

type Kept = { articleId: string; captureId: string };

/**
 * Keeps a reply as an immutable capture of an article of its own, so that its words are quoted and anchored like any
 * source's. Words that are put right later become its next capture, and each quote from it is looked for again.
 */
export async function keepReply(
  tx: Tx,
  viewer: Viewer,
  reply: { asked: string; articleId: string | null; read: ReadDocument },
  now: Date,
): Promise<Kept> {
  const { asked, read } = reply;
  if (reply.articleId) {
    const look = { kind: "read" as const, read };
    const { captureId } = await keepLook(tx, { actor: viewer, articleId: reply.articleId, look }, now);
    return {
      articleId: reply.articleId,
      captureId: captureId ?? (await currentCapture(tx, reply.articleId)),
    };
  }
  const articleId = newId();
  await tx.article.create({
    data: {
      id: articleId,
      state: "captured",
      title: `Reply of ${asked}`,
      byline: asked,
      kind: "other",
      primary: true,
      createdById: viewer.id,
      createdAt: now,
    },
  });
  const captureId = await saveCapture(tx, { articleId, read, createdById: viewer.id, now });
  await recordEvent(tx, viewer, now, {
    event: "article.added",
    subject: { kind: "article", id: articleId },
    body: { captureId, sha256: read.sha256, method: "pasted" },
  });
  return { articleId, captureId };
}

async function currentCapture(tx: Tx, articleId: string): Promise<string> {
  const { currentCaptureId } = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { currentCaptureId: true },
  });
  return (
    currentCaptureId ?? refuse({ kind: "invalid", code: "not-captured", detail: "The reply has no copy." })
  );
}
