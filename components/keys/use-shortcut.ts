"use client";

import { useEffect, useRef } from "react";
import type { ShortcutId } from "@/lib/shortcuts/shortcuts";

/** Does what the shortcut is for; false when there is nothing to do here, so that another may. */
export type Run = () => boolean;

const waiting = new Map<ShortcutId, Set<{ current: Run }>>();

/** Runs on the keys of this shortcut while the component is on the page; the last one on the page goes first. */
export function useShortcut(id: ShortcutId, run: Run): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const runs = waiting.get(id) ?? new Set();
    waiting.set(id, runs.add(latest));
    return () => void runs.delete(latest);
  }, [id]);
}

/** Runs the first of these shortcuts that has something to do; whether one had. */
export function runShortcut(ids: readonly ShortcutId[]): boolean {
  return ids.some((id) => [...(waiting.get(id) ?? [])].reverse().some(({ current }) => current()));
}
