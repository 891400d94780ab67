"use client";

import { useEffect, useSyncExternalStore } from "react";

/** What becomes of what is written on this page while nothing can be sent. */
export type Keeping = "saves" | "keeps";

const forms: Record<Keeping, number> = { saves: 0, keeps: 0 };
const listeners = new Set<() => void>();

function count(keeping: Keeping, more: 1 | -1): void {
  forms[keeping] += more;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Says of a form on this page that it keeps its words in this browser, or saves them by itself too. */
export function useKeeping(keeping: Keeping, does: boolean): void {
  useEffect(() => {
    if (!does) return;
    count(keeping, 1);
    return () => count(keeping, -1);
  }, [keeping, does]);
}

/** The most that can be promised of this page's forms; null when none of them keeps anything. */
export function useKeptHere(): Keeping | null {
  return useSyncExternalStore(
    subscribe,
    () => (forms.saves > 0 ? "saves" : forms.keeps > 0 ? "keeps" : null),
    () => null,
  );
}
