"use client";

import { useEffect, useSyncExternalStore } from "react";

const place = "countersign.single-keys";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function areOn(): boolean {
  try {
    return localStorage.getItem(place) !== "off";
  } catch {
    return true;
  }
}

function setKeys(on: boolean): void {
  try {
    localStorage.setItem(place, on ? "on" : "off");
  } catch {
    // Without storage the choice cannot be kept; the keys stay as they are.
  }
  for (const listener of listeners) listener();
}

/** Whether keys without a modifier do anything here, and the switch: a voice or another tool may type them by accident. */
export function useKeysOn(): [on: boolean, set: (on: boolean) => void] {
  return [useSyncExternalStore(subscribe, areOn, () => true), setKeys];
}

/** Runs on a single key outside fields; what answers it first keeps it. */
export function useSingleKey(key: string, run: () => boolean): void {
  const [on] = useKeysOn();
  useEffect(() => {
    if (!on) return;
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.key !== key) return;
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (run()) event.preventDefault();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [on, key, run]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName))
  );
}
