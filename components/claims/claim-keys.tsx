"use client";

import { focusOn } from "@/components/keys/focus-on";
import { useShortcut } from "@/components/keys/use-shortcut";
import { places } from "@/components/layout/places";

/**
 * Keys of a claim that lead to a place on its page; where that is not to be had now, to the line that says why, so that no
 * key does nothing without a word. Those that forms of the page answer too are theirs first.
 */
export function ClaimKeys({ verdictHref, quotesHref }: { verdictHref?: string; quotesHref?: string }) {
  useShortcut(
    "claim.evidence",
    () =>
      focusOn(place("#article-text")) ||
      focusOn(place(".pane-article a[href*='/articles/new']")) ||
      toPart("evidence"),
  );
  useShortcut("claim.open-article", () => press(place(`a[href^="${places.articles}?claim="]`)));
  useShortcut("claim.assign", () => focusOn(place("#assign select")));
  useShortcut("claim.comment", () => focusOn(place("#add-comment textarea")) || toPart("comments"));
  useShortcut("claim.verdict", () => follow(verdictHref) || toPart("verdict"));
  useShortcut("claim.quotes", () => follow(quotesHref) || toPart("evidence"));
  useShortcut("claim.disagree", () => toPart("disagreements") || toPart("evidence"));
  useShortcut("claim.review", () => toPart("reviews"));
  useShortcut("claim.mark-confirmed", () => toPart("reviews"));
  useShortcut("claim.mark-disputed", () => toPart("reviews"));
  useShortcut("claim.mark-unproven", () => toPart("reviews"));
  return null;
}

function follow(href: string | undefined): boolean {
  return press(href ? document.querySelector<HTMLElement>(`a[href="${href}"]`) : null);
}

function press(link: HTMLElement | null): boolean {
  link?.click();
  return link !== null;
}

/** To what a part of the page says of itself, which is then read out: why it is as it is, or else what it is called. */
function toPart(id: string): boolean {
  const part = place(`#${id}`);
  const words = part?.querySelector<HTMLElement>("[data-why]") ?? part?.querySelector<HTMLElement>("h2");
  if (words) words.tabIndex = -1;
  return focusOn(words);
}

function place(selector: string): HTMLElement | null {
  const found = document.querySelector<HTMLElement>(selector);
  return found && (found.checkVisibility() || found.closest("details")) ? found : null;
}
