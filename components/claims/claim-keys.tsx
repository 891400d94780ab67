"use client";

import { focusOn } from "@/components/keys/focus-on";
import { useShortcut } from "@/components/keys/use-shortcut";

/** Keys of a claim that lead to a place on its page. */
export function ClaimKeys({ verdictHref }: { verdictHref?: string | undefined }) {
  useShortcut(
    "claim.evidence",
    () => focusOn(place("#article-text")) || focusOn(place(".pane-article a[href*='/articles/new']")),
  );
  useShortcut("claim.assign", () => focusOn(place("#assign select")));
  useShortcut("claim.comment", () => focusOn(place("#add-comment textarea")));
  useShortcut("claim.verdict", () => {
    const link = verdictHref && document.querySelector<HTMLElement>(`a[href="${verdictHref}"]`);
    if (link) link.click();
    return Boolean(link);
  });
  return null;
}

function place(selector: string): HTMLElement | null {
  const found = document.querySelector<HTMLElement>(selector);
  return found && (found.checkVisibility() || found.closest("details")) ? found : null;
}
