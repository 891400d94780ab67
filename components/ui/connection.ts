"use client";

import { useSyncExternalStore } from "react";

/** Whether the desk answers, as far as this tab knows: the browser's own word, and what requests met. */
let answers = true;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Notes that the desk answered, or did not. */
export function noteAnswer(didAnswer: boolean): void {
  if (answers === didAnswer) return;
  answers = didAnswer;
  tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

/** `offline`: the browser has no network; `unanswered`: it has, and the desk does not answer. */
export function useConnection(): "good" | "offline" | "unanswered" {
  return useSyncExternalStore(
    subscribe,
    () => (!navigator.onLine ? "offline" : answers ? "good" : "unanswered"),
    () => "good",
  );
}

const held = "countersign-page-held";

/**
 * Whether another page may be asked for now. Without a network the browser's own page would take the place of this one, and
 * of what is written on it: then the answer is no, and the banner says so.
 */
export function mayOpenPage(): boolean {
  if (navigator.onLine) return true;
  document.dispatchEvent(new Event(held));
  return false;
}

/** Calls back whenever a page was not opened. Answers how to stop. */
export function onPageHeld(listener: () => void): () => void {
  document.addEventListener(held, listener);
  return () => document.removeEventListener(held, listener);
}
