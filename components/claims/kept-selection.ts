"use client";

import { mostInAddress } from "@/lib/claims/queue-query";
import { accountOfPage } from "@/components/ui/page-account";

/** What the address says in the place of a selection that the tab keeps. */
export const keptInTab = "kept";

const keyOf = (query: string) => `queue-selection:${accountOfPage() ?? ""}:${query}`;

/** The selection that this tab keeps of a list of this account; empty where it keeps none, or may not. */
export function keptSelection(query: string): string[] {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(keyOf(query)) ?? "[]");
    return Array.isArray(read) ? read.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

/** Keeps a selection that is too long for an address, and forgets a shorter one; answers what the address says of it. */
export function keepSelection(query: string, selected: readonly string[]): string {
  try {
    if (selected.length > mostInAddress) sessionStorage.setItem(keyOf(query), JSON.stringify(selected));
    else sessionStorage.removeItem(keyOf(query));
  } catch {
    // Without storage a long selection is on this page alone.
    return selected.length > mostInAddress ? "" : selected.join(".");
  }
  return selected.length > mostInAddress ? keptInTab : selected.join(".");
}
