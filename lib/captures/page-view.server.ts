import "server-only";
import { db } from "../core/db.server";
import type { PageViewDto } from "./dto";
import { askedPage, wordsOfPage } from "./document-pages";
import { pagePicture } from "./page-picture.server";

/**
 * One page of a captured PDF as the desk shows it: `asked` is its number as an address has it, and one that lies outside
 * gives the nearest. The page is drawn before the answer, so that what stands in the way can be said in words; `null` when
 * there is no such capture, it is no PDF, or it was taken out.
 */
export async function viewPage(
  captureId: string,
  asked: string | undefined,
  now: Date,
): Promise<PageViewDto | null> {
  const select = {
    contentType: true,
    pages: true,
    expungedAt: true,
    article: { select: { language: true } },
  };
  const capture = await db().capture.findUnique({ where: { id: captureId }, select });
  if (!capture || capture.expungedAt || capture.contentType !== "application/pdf") return null;
  const pageStarts = capture.pages as number[];
  const page = askedPage(asked, pageStarts.length);
  const [picture, words] = await Promise.all([
    pagePicture(captureId, page, now),
    wordsOn(captureId, pageStarts, page),
  ]);
  return {
    captureId,
    page,
    pages: pageStarts.length,
    picture: picture.ok ? { width: picture.value.width, height: picture.value.height } : null,
    refusal: picture.ok ? null : picture.error.detail,
    // What is no Latin letter is not in the fonts that stand in for those a file does not bring.
    lacksLetters: picture.ok && picture.value.lacksFonts && /(?!\p{Script=Latin})\p{L}/u.test(words),
    words,
    language: capture.article.language,
  };
}

/** The database counts characters of a text as code points, as the places of its pages do. */
async function wordsOn(captureId: string, pageStarts: readonly number[], page: number): Promise<string> {
  const place = wordsOfPage(pageStarts, page);
  if (!place) return "";
  const length = place.end === null ? null : place.end - place.start;
  const [row] = await db().$queryRaw<{ words: string | null }[]>`
    SELECT substr("fullText", ${place.start + 1}::int, coalesce(${length}::int, length("fullText"))) AS words
    FROM capture WHERE id = ${captureId}`;
  return (row?.words ?? "").trim();
}
