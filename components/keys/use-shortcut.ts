"use client";

import { useEffect, useRef } from "react";
import type { ShortcutId } from "@/lib/shortcuts/shortcuts";

/** Does what the shortcut is for; false when there is nothing to do here, so that another may. */
export type Run = () => boolean;

/** A key that nothing answered yet: the part of the page that means it may be about to come. */
let early: { ids: readonly ShortcutId[]; at: number; page: string } | null = null;
const earlyMs = 1_000;

function isEarly(id: ShortcutId): boolean {
  if (!early?.ids.includes(id)) return false;
  return performance.now() - early.at < earlyMs && early.page === window.location.pathname;
}

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
    if (isEarly(id) && latest.current()) early = null;
    return () => void runs.delete(latest);
  }, [id]);
}

/** Runs the first of these shortcuts that has something to do, or comes to have within a second; whether one had. */
export function runShortcut(ids: readonly ShortcutId[]): boolean {
  const isDone = ids.some((id) => [...(waiting.get(id) ?? [])].reverse().some(({ current }) => current()));
  early = isDone ? null : { ids, at: performance.now(), page: window.location.pathname };
  return isDone;
}
