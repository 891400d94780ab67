/** Outcomes that compare words; the others only say that nobody could look. */
export const wordOutcomes = ["unchanged", "moved", "altered", "gone"] as const;

/** What one comparison found of a quote. `is` are the words that stand there now, when altered. */
export type ComparedQuote = { quoteId: string; outcome: string; was: string; is: string | null };

export type DriftNews = {
  /** Quotes whose words now differ, or are gone, and did not (or not so) when last compared. */
  changed: ComparedQuote[];
  /** Quotes whose words differed when last compared and stand again. */
  restored: ComparedQuote[];
};

/** Whether the words are not what was quoted. */
export function isDrifted(outcome: string): boolean {
  return outcome === "altered" || outcome === "gone";
}

/**
 * What is new in a comparison, so that it is told once: the same words found altered a second time are no news, other
 * words are. `before` holds each quote's last outcome that compared words.
 */
export function driftNews(
  now: readonly ComparedQuote[],
  before: ReadonlyMap<string, { outcome: string; is: string | null }>,
): DriftNews {
  const changed = now.filter((quote) => {
    const last = before.get(quote.quoteId);
    return isDrifted(quote.outcome) && (last?.outcome !== quote.outcome || last.is !== quote.is);
  });
  const restored = now.filter(({ quoteId, outcome }) => {
    const last = before.get(quoteId);
    return (outcome === "unchanged" || outcome === "moved") && last !== undefined && isDrifted(last.outcome);
  });
  return { changed, restored };
}
