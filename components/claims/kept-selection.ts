"use client";

import { mostInAddress } from "@/lib/claims/queue-query";

/** What the address says in the place of a selection that the tab keeps. */
export const keptInTab = "kept";

/** `place`: an account's id and the list as its address says it, with a colon between. */
const keyOf = (place: string) => `queue-selection:${place}`;

/** The selection that this tab keeps of an account's list; empty where it keeps none, or may not. */
export function keptSelection(place: string): string[] {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(keyOf(place)) ?? "[]");
    return Array.isArray(read) ? read.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

/** Keeps a selection that is too long for an address, and forgets a shorter one; answers what the address says of it. */
export function keepSelection(place: string, selected: readonly string[]): string {
  try {
    if (selected.length > mostInAddress) sessionStorage.setItem(keyOf(place), JSON.stringify(selected));
    else sessionStorage.removeItem(keyOf(place));
  } catch {
    // Without storage a long selection is on this page alone.
    return selected.length > mostInAddress ? "" : selected.join(".");
  }
  return selected.length > mostInAddress ? keptInTab : selected.join(".");
}
