"use client";

import type { UndoOffer } from "./form-state";

type Offered = UndoOffer & { id: number };

const listeners = new Set<() => void>();
let offered: Offered | null = null;
let said: string | null = null;
let count = 0;
let ahead: string | undefined;

function change(next: Offered | null, words: string | null = null): void {
  offered = next;
  said = words;
  for (const listener of listeners) listener();
}

/** Offers to take back what was just done, on the page that it led to; the last offer stands. */
function offerUndo(offer: UndoOffer, goTo?: string): void {
  ahead = goTo;
  change({ ...offer, id: (count += 1) });
}

/** Where the offered act led, told once: whoever has gone on since is not brought back there. */
export function takeWayAhead(): string | undefined {
  const way = ahead;
  ahead = undefined;
  return way;
}

/** The offer was taken or is no longer wanted. */
export function clearUndo(): void {
  change(null);
}

/**
 * What an act that was done offers takes the place of what an act before it offered, and nothing does when it offers nothing:
 * whoever then asks to undo never takes back something older.
 */
export function noteDone(answer?: { undo?: UndoOffer; goTo?: string } | null): void {
  clearUndo();
  if (answer?.undo) offerUndo(answer.undo, answer.goTo);
}

/** Says what is to be known of what was taken back, in the place of the offer. */
export function sayUndone(words: string): void {
  change(null, words);
}

export const undoOffer = () => offered;
export const undoneWords = () => said;

export function onUndoOffer(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
