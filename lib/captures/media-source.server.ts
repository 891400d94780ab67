import "server-only";
import { db } from "../core/db.server";
import { fail, notFound, ok, type Result } from "../core/result";
import { captureSheets } from "./capture-sheets.server";
import type { NamedSheet } from "./cells";
import { cleanPicture, type Picture } from "./picture";
import { takenOut } from "./queries";

/** A captured file as the form that describes a place in it needs it. */
export type MediaSource = {
  articleId: string;
  captureId: string;
  name: string;
  contentType: string | null;
  hasWords: boolean;
  /** 0 for what has no pages. */
  pages: number;
  /** Of a file of cells, its sheets. */
  sheets: NamedSheet[] | null;
};

/** The current copy of an article, ready to be described; `null` when there is none or it was taken out. */
export async function mediaSource(articleId: string): Promise<MediaSource | null> {
  const article = await db().article.findUnique({
    where: { id: articleId },
    select: { title: true, currentCaptureId: true, outlet: { select: { name: true } } },
  });
  if (!article?.currentCaptureId) return null;
  const select = { id: true, contentType: true, fullText: true, pages: true, expungedAt: true };
  const where = { id: article.currentCaptureId };
  const capture = await db().capture.findUnique({ where, select });
  if (!capture || capture.expungedAt) return null;
  const isSheet = /csv$|spreadsheetml\.sheet$/.test(capture.contentType ?? "");
  const content = isSheet ? await db().capture.findUnique({ where, select: { bytes: true } }) : null;
  return {
    articleId,
    captureId: capture.id,
    name: [article.outlet?.name, article.title].filter(Boolean).join(": ") || "A file without a title",
    contentType: capture.contentType,
    hasWords: (capture.fullText ?? "").trim() !== "",
    pages: (capture.pages as number[]).length,
    sheets: await captureSheets({ contentType: capture.contentType, bytes: content?.bytes ?? null }),
  };
}

/** A captured picture as it may be shown: without what its file carries besides. `not_found`, or `gone` after it was expunged. */
export async function pictureOf(captureId: string): Promise<Result<Picture>> {
  const select = { contentType: true, bytes: true, expungedAt: true, capturedAt: true };
  const row = await db().capture.findUnique({ where: { id: captureId }, select });
  if (!row) return fail(notFound("capture"));
  if (row.expungedAt) return fail(takenOut(row.expungedAt));
  const picture = row.bytes && cleanPicture(row.bytes);
  return picture ? ok(picture) : fail(notFound("picture"));
}
