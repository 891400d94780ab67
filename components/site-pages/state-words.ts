import type { PageState } from "@/lib/site-pages/state";

/** Where a page stands, for the desk. */
export const stateWords: Record<PageState, string> = {
  empty: "Not written",
  draft: "Draft",
  waiting: "Waiting for signature",
  published: "Signed",
};
