import type { SitePageContent } from "./pages";
import { isSameContent } from "./versions";

export type PageState = "empty" | "published" | "draft" | "waiting";

/** What of a page is known to the desk: the newest draft, and the newest signed version. */
export type PageFacts = {
  draft: { number: number; content: SitePageContent; forSignature: boolean } | null;
  signed: { version: number; draftNumber: number; content: SitePageContent } | null;
};

/**
 * Where a page stands: `empty` (never written), `published` (nothing newer than the signed version, or nothing that
 * differs from it), `draft` (being written) or `waiting` (finished, for another person to sign).
 */
export function pageState({ draft, signed }: PageFacts): PageState {
  if (!draft) return "empty";
  const isSigned =
    signed !== null && (draft.number <= signed.draftNumber || isSameContent(draft.content, signed.content));
  if (isSigned) return "published";
  return draft.forSignature ? "waiting" : "draft";
}

/** Why this editor cannot sign the draft, with what to do; null when they can. */
export function whyNotSign(
  facts: PageFacts,
  viewerId: string,
  { authorIds, isOnePersonDesk }: { authorIds: readonly string[]; isOnePersonDesk: boolean },
): { code: string; title: string; what: string } | null {
  const state = pageState(facts);
  if (state === "empty" || state === "published") {
    const title = "There is nothing to sign";
    return { code: "nothing-to-sign", title, what: "Nothing was changed since the last version." };
  }
  if (state === "draft") {
    const title = "It is still being written";
    const what = "Whoever writes it asks for a signature when it is finished.";
    return { code: "not-finished", title, what };
  }
  if (authorIds.includes(viewerId) && !isOnePersonDesk) {
    const title = "You wrote part of it";
    return { code: "four-eyes", title, what: "Everything is saved. Another editor has to sign." };
  }
  return null;
}
