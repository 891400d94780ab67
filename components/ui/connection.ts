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

/** What is said in place of sending something while the browser has no network: so much is certain. */
export const nothingSent = "You are offline. Nothing was sent. Try again once you are back.";

const held = "countersign-page-held";
const patienceMs = 5_000;

/** Asks the desk whether it answers, and notes it; without a network nobody is asked. */
export async function askDesk(): Promise<boolean> {
  if (!navigator.onLine) return false;
  const options: RequestInit = { cache: "no-store", signal: AbortSignal.timeout(patienceMs) };
  const does = await fetch("/api/health", options).then(
    ({ ok }) => ok,
    () => false,
  );
  noteAnswer(does);
  return does;
}

/**
 * Opens another page, when it can come: without a network, or from a desk that does not answer, the browser's own page would
 * take the place of this one, and of what is written on it. Where that is to be feared the desk is asked first; when it does
 * not answer, the page stays away, and the banner says so.
 */
export function openPage(open: () => void): void {
  if (navigator.onLine && answers) return open();
  void askDesk().then((does) => (does ? open() : notePageHeld()));
}

/** Notes that a page was asked for and not opened. */
export function notePageHeld(): void {
  document.dispatchEvent(new Event(held));
}

/** Calls back whenever a page was not opened. Answers how to stop. */
export function onPageHeld(listener: () => void): () => void {
  document.addEventListener(held, listener);
  return () => document.removeEventListener(held, listener);
}
