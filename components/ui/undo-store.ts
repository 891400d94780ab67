"use client";

import type { ActPart, UndoOffer } from "./form-state";

type Offered = UndoOffer & { id: number };

/**
 * What is to be known of what was taken back: of several things, what became of each. Or of what was done, where nothing else
 * says it.
 */
export type Undone = {
  words: string;
  parts: readonly ActPart[];
  /** Which scheduled publications it cancelled, in words. */
  cancelled?: string | undefined;
};

/** What an act answered, as far as it is told here. */
type Told = { undo?: UndoOffer; goTo?: string; cancelled?: string } | null;

const listeners = new Set<() => void>();
let offered: Offered | null = null;
let said: Undone | null = null;
let count = 0;
let ahead: string | undefined;
let latest: Told = null;

function change(next: Offered | null, undone: Undone | null = null): void {
  offered = next;
  said = undone;
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
  latest = null;
  change(null);
}

/**
 * What an act that was done offers takes the place of what an act before it offered, and nothing does when it offers nothing:
 * whoever then asks to undo never takes back something older.
 */
export function noteDone(answer: Told = null): void {
  clearUndo();
  latest = answer;
  if (answer?.undo) offerUndo(answer.undo, answer.goTo);
}

/** A key that was pressed while an act is under way waits no longer than this for what the act offers. */
const mostMs = 30_000;

let underWay = 0;
let isTakingBack = false;
let wantedAt: number | null = null;

/** An act begins; what is answered is called once it is over, with whether it offers to take it back. One that hangs is let go. */
export function noteActStarted(): (isOffered: boolean) => void {
  underWay += 1;
  let isOver = false;
  const timer = setTimeout(() => end(false), mostMs);
  function end(isOffered: boolean): void {
    clearTimeout(timer);
    if (isOver) return;
    isOver = true;
    underWay -= 1;
    if (underWay === 0) isTakingBack = false;
    if (!isOffered) wantedAt = null;
  }
  return end;
}

/** What begins is itself the taking back of something: a key that is pressed meanwhile is the same press again. */
export function noteTakingBack(): void {
  isTakingBack = true;
}

/**
 * Somebody asks to undo while an act is under way: they mean that act, and not what is still offered of an older one. It is
 * taken back once it is offered; dropped when it failed or offers nothing. False when nothing is under way.
 */
export function wantUndo(): boolean {
  if (underWay === 0) return false;
  if (!isTakingBack) wantedAt = performance.now();
  return true;
}

/** Whether what is now offered was asked to be taken back before it was; once. */
export function takeWanted(): boolean {
  const isWanted = wantedAt !== null && performance.now() - wantedAt < mostMs;
  wantedAt = null;
  return isWanted;
}

/** Says what is to be known of what was taken back; what of it can still be taken back stays on offer. */
export function sayUndone(undone: Undone): void {
  change(offered, undone);
}

/** The form that an act was sent from is gone, and with it what it cancelled: it is said beside the offer, unless something else was done since. */
export function sayForGoneForm(answer: Told): void {
  if (answer?.cancelled && answer === latest)
    sayUndone({ words: "", parts: [], cancelled: answer.cancelled });
}

export const undoOffer = () => offered;
export const whatWasUndone = () => said;

export function onUndoOffer(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
