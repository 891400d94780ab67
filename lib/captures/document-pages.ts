import type { Failure } from "../core/result";

/**
 * The words of one page (1-based) as code points of the document's text: from where it begins to where the next one
 * does. Without an end they go on to the end of the text. `null` for a page that there is not.
 */
export function wordsOfPage(
  pageStarts: readonly number[],
  page: number,
): { start: number; end: number | null } | null {
  const start = pageStarts[page - 1];
  return start === undefined ? null : { start, end: pageStarts[page] ?? null };
}

/** The page that an address asks for: a number of one that there is, the first or last one for what lies outside. */
export function askedPage(asked: string | undefined, pages: number): number {
  const page = /^\d{1,9}$/.test(asked ?? "") ? Number(asked) : 1;
  return Math.min(Math.max(1, page), Math.max(1, pages));
}

/** The refusal of a page beyond the last one. */
export function noSuchPage(pages: number): Failure {
  const detail = pages === 1 ? "This document has one page." : `This document has ${pages} pages.`;
  return { kind: "not_found", code: "no-such-page", detail };
}
