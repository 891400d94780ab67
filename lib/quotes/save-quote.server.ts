import "server-only";
import type { z } from "zod";
import type { quoteSelector } from "../claims/schema";
import { Prisma, rowsOf, type Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { notFound, refuse } from "../core/result";
import { parseFigures } from "../figures/parse-figures";
import { saveFigures } from "../figures/save-figures.server";
import { anchorAt, matchQuote } from "./match-quote";
import { quoteCut } from "./quote-cut";
import { sentenceAround } from "./sentences";
import { sliceCodePoints } from "./code-points";
import { pageAt } from "./region";

/** The words, and the page they stand on where a person names it. */
type Selector = z.output<typeof quoteSelector> & { page?: number | undefined };

/** `pages` are the code points at which the pages of a document begin. */
type CurrentText = { captureId: string | null; fullText: string | null; pages: number[] | null };

/** Finds the words in the article's current capture. Refuses `quote-not-found` or `quote-ambiguous` with what to do. */
async function anchorInArticle(tx: Tx, articleId: string, selector: Selector) {
  const [article] = await rowsOf<CurrentText>(
    tx,
    Prisma.sql`
      SELECT c.id AS "captureId", c."fullText", c.pages FROM article a LEFT JOIN capture c ON c.id = a."currentCaptureId"
      WHERE a.id = ${articleId}`,
  );
  if (!article) refuse(notFound("article"));
  const { captureId, fullText } = article;
  if (!captureId || !fullText) {
    const detail = captureId
      ? "There are no words in this picture, scan or recording that could be looked for. Describe the place in it instead."
      : "This article has no captured text yet, so nothing in it can be quoted. Capture it first.";
    refuse({
      kind: "invalid",
      code: "article-not-captured",
      detail,
      issues: [{ code: "article-not-captured", field: "articleId", message: detail }],
    });
  }
  const { exact, prefix, suffix, page } = selector;
  const pageStarts = article.pages ?? [];
  const { start, end } = page === undefined ? selector : placeOfPage(pageStarts, page);
  const found = matchQuote(fullText, {
    exact,
    ...(prefix === undefined ? {} : { prefix }),
    ...(suffix === undefined ? {} : { suffix }),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
  });
  if (found.found === "none") refuse(quoteNotFound(found.nearest));
  if (found.found === "many") {
    const detail = `These words stand in the article ${found.places.length} times. Select the place in the article, or add the words before or after.`;
    refuse({
      kind: "invalid",
      code: "quote-ambiguous",
      detail,
      issues: [{ code: "quote-ambiguous", field: "quote.exact", message: detail }],
      extra: { places: found.places },
    });
  }
  const onPage = pageAt(pageStarts, found.start);
  if (page !== undefined && onPage !== page) refuse(elsewhere(page, onPage));
  const anchored = anchorAt(fullText, found);
  const around = sentenceAround(fullText, found.start, found.end);
  const sentence = sliceCodePoints(fullText, around.start, around.end);
  return {
    captureId,
    ...anchored,
    page: onPage,
    sentence,
    cut: quoteCut(sentence, found.start - around.start, found.end - around.start),
  };
}

/** A page as a position: among several places of the same words it decides for those on it. */
function placeOfPage(pageStarts: readonly number[], page: number): { start?: number; end?: number } {
  const [start, end] = [pageStarts[page - 1], pageStarts[page]];
  if (start === undefined) return {};
  return { start, end: end ?? Number.MAX_SAFE_INTEGER };
}

function elsewhere(page: number, onPage: number | null) {
  const detail =
    onPage === null
      ? "This document has no pages that we know of. Leave the page empty."
      : `These words stand on page ${onPage}, not on page ${page}.`;
  return {
    kind: "invalid" as const,
    code: "not-on-that-page",
    detail,
    issues: [{ code: "not-on-that-page", field: "quote.page", message: detail }],
  };
}

function quoteNotFound(nearest: { exact: string; differences: string } | undefined) {
  const near = nearest
    ? ` The nearest words are: “${nearest.exact.slice(0, 300)}” (${nearest.differences}).`
    : "";
  const detail = `These words are not in the article as captured. Copy them exactly.${near}`;
  return {
    kind: "invalid" as const,
    code: "quote-not-found",
    detail,
    issues: [{ code: "quote-not-found", field: "quote.exact", message: detail }],
    extra: nearest ? { nearest } : {},
  };
}

/** Keeps a passage of an article with its figures; the same passage is kept once. Returns the quote's id. */
export async function saveQuote(
  tx: Tx,
  input: { articleId: string; createdById: string; selector: Selector },
): Promise<string> {
  const place = await anchorInArticle(tx, input.articleId, input.selector);
  const id = newId();
  // Looked for and made in one statement: every quoted passage waits for it.
  const [quote] = await rowsOf<{ id: string }>(
    tx,
    Prisma.sql`
      WITH kept AS (
        SELECT id FROM quote WHERE "captureId" = ${place.captureId} AND start = ${place.start} AND "end" = ${place.end} LIMIT 1),
      made AS (
        INSERT INTO quote (id, "captureId", "articleId", exact, prefix, suffix, start, "end", sentence, page, "cutReason", "createdById")
        SELECT ${id}, ${place.captureId}, ${input.articleId}, ${place.exact}, ${place.prefix}, ${place.suffix}, ${place.start}::int,
          ${place.end}::int, ${place.sentence}, ${place.page}::int, ${place.cut?.reason ?? null}, ${input.createdById}
        WHERE NOT EXISTS (SELECT FROM kept) RETURNING id)
      SELECT id FROM kept UNION ALL SELECT id FROM made`,
  );
  if (quote!.id === id) await saveFigures(tx, parseFigures(place.exact), { quoteId: id });
  return quote!.id;
}
