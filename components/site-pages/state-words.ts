import type { SitePageName } from "@/lib/site-pages/pages";
import type { PageState } from "@/lib/site-pages/state";

const stateWords: Record<PageState, string> = {
  empty: "Not written yet",
  draft: "Draft",
  waiting: "Waiting for signature",
  published: "Signed",
};

/** Of these readers see something before the newsroom has written anything. */
const supplied: Partial<Record<SitePageName, string>> = {
  methodology: "Standard text, not yet yours",
  ratings: "Scale only, no text of yours yet",
};

/** Where a page stands, for the desk. */
export function pageStateInWords({ page, state }: { page: SitePageName; state: PageState }): string {
  return (state === "empty" && supplied[page]) || stateWords[state];
}
