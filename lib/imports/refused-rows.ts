/** A row with which a run did nothing, and why, in words. */
export type RefusedRow = { line: number; detail: string };

/** Of so many rows the reasons are said; the others are counted. */
const mostSaid = 5;

/** Characters of a reason that a run carries on. */
export const mostReason = 1_000;

/** The refused rows of a run after one more of its requests, in their order; what is not said carries no reason on. */
export function refusedSoFar(before: readonly RefusedRow[], now: readonly RefusedRow[]): RefusedRow[] {
  return [...before, ...now].map(({ line, detail }, at) => ({
    line,
    detail: at < mostSaid ? detail.slice(0, mostReason) : "",
  }));
}

/** What was done, in words, and after it how many rows were refused, with the reasons of the first five. */
export function withRefused(words: string, refused: readonly RefusedRow[]): string {
  if (refused.length === 0) return words;
  const more = refused.length - mostSaid;
  return [
    words,
    refused.length === 1 ? "1 row was refused." : `${refused.length} rows were refused.`,
    ...refused.slice(0, mostSaid).map(({ line, detail }) => `Row ${line}: ${detail}`),
    ...(more > 0 ? [more === 1 ? "And 1 more row." : `And ${more} more rows.`] : []),
  ].join(" ");
}
