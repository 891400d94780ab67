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
