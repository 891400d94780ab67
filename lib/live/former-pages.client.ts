"use client";

const formerKey = "countersign.former-pages";
/** A page's lock runs out soon after it: older pages hold none. */
const mostFormer = 3;

function formerPages(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(formerKey) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

function keepFormer(pages: readonly string[]): void {
  try {
    sessionStorage.setItem(formerKey, JSON.stringify(pages.slice(-mostFormer)));
  } catch {
    // Without a store each page is a tab of its own.
  }
}

/**
 * Whether a tab's name, other than that of the page itself (`own`), is that of a page which stood in this tab before: before
 * it was loaded again, or left and come back to.
 */
export function wasInThisTab(id: string, own: string): boolean {
  return id !== own && formerPages().includes(id);
}

/**
 * Notes on leaving which page it was (`own`), for the next one in this tab. Only then: a tab that is opened as a copy of this
 * one has the same store, and this page goes on beside it.
 */
export function notesItsPages(own: string): () => void {
  const onHide = () => keepFormer([...formerPages().filter((one) => one !== own), own]);
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) keepFormer(formerPages().filter((one) => one !== own));
  };
  window.addEventListener("pagehide", onHide);
  window.addEventListener("pageshow", onShow);
  return () => {
    window.removeEventListener("pagehide", onHide);
    window.removeEventListener("pageshow", onShow);
  };
}
