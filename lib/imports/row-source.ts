/** How far the page is that a row names. */
export type PageState = "mentioned" | "fetching" | "failed" | "captured";

/**
 * How a row's quote stands to its claim: it is evidence there, it stands in the captured page (`found`), there several times or
 * not at all, or its claim takes no evidence as it is (`closed`). Null: there is no quote, or no page that could have it.
 */
export type QuoteState = "logged" | "found" | "several" | "not-there" | "closed";

/** What became of the source of a row since the row went through. */
export type RowSource = {
  line: number;
  claimId: string;
  url: string;
  /** Null where nothing at that address is here yet. */
  articleId: string | null;
  page: PageState;
  /** Why the page could not be fetched, in words. */
  failure: string | null;
  quote: QuoteState | null;
};

/** So many quotes can be logged, and so many pages be fetched, by one press. */
export type SourceCounts = { found: number; pages: number; fetching: number };

/** A page that several rows name counts once. */
export function countSources(sources: readonly RowSource[]): SourceCounts {
  const pages = (state: PageState) =>
    new Set(sources.filter(({ page }) => page === state).map(({ articleId, url }) => articleId ?? url)).size;
  return {
    found: sources.filter(({ quote }) => quote === "found").length,
    pages: pages("mentioned"),
    fetching: pages("fetching"),
  };
}
