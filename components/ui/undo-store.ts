"use client";

import type { UndoOffer } from "./form-state";

/** `goTo`: what was done led away from its page. */
type Offered = UndoOffer & { id: number; goTo?: string | undefined };

const listeners = new Set<() => void>();
let offered: Offered | null = null;
let count = 0;

function change(next: Offered | null): void {
  offered = next;
  for (const listener of listeners) listener();
}

/** Offers to take back what was just done, on the page that it led to; the last offer stands. */
export function offerUndo(offer: UndoOffer, goTo?: string): void {
  change({ ...offer, goTo, id: (count += 1) });
}

/** The offer was taken or is no longer wanted. */
export function clearUndo(): void {
  change(null);
}

export const undoOffer = () => offered;

export function onUndoOffer(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
