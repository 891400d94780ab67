"use client";

import { focusOn } from "@/components/keys/focus-on";
import { useShortcut } from "@/components/keys/use-shortcut";
import { places } from "@/components/layout/places";

/** Keys of a claim that lead to a place on its page. */
export function ClaimKeys({ verdictHref, quotesHref }: { verdictHref?: string; quotesHref?: string }) {
  useShortcut(
    "claim.evidence",
    () => focusOn(place("#article-text")) || focusOn(place(".pane-article a[href*='/articles/new']")),
  );
  useShortcut("claim.open-article", () => press(place(`a[href^="${places.articles}?claim="]`)));
  useShortcut("claim.assign", () => focusOn(place("#assign select")));
  useShortcut("claim.comment", () => focusOn(place("#add-comment textarea")));
  useShortcut("claim.verdict", () => follow(verdictHref));
  useShortcut("claim.quotes", () => follow(quotesHref));
  return null;
}

function follow(href: string | undefined): boolean {
  return press(href ? document.querySelector<HTMLElement>(`a[href="${href}"]`) : null);
}

function press(link: HTMLElement | null): boolean {
  link?.click();
  return link !== null;
}

function place(selector: string): HTMLElement | null {
  const found = document.querySelector<HTMLElement>(selector);
  return found && (found.checkVisibility() || found.closest("details")) ? found : null;
}
