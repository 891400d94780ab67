"use client";

import { useRef, type ReactNode } from "react";
import { useShortcut } from "@/components/keys/use-shortcut";

/** The list of tips: keys go from one that is to be decided to the next, and Enter opens what decides it. */
export function TipList({ children }: { children: ReactNode }) {
  const list = useRef<HTMLUListElement>(null);

  function move(step: 1 | -1): boolean {
    const tips = [...(list.current?.children ?? [])];
    const at = tips.findIndex((tip) => tip.contains(document.activeElement));
    const rest = step > 0 ? tips.slice(at + 1) : tips.slice(0, Math.max(at, 0)).reverse();
    const decide = rest
      .map((tip) => tip.querySelector<HTMLElement>("details[id^=decide-] > summary"))
      .find(Boolean);
    decide?.focus();
    return Boolean(decide);
  }
  useShortcut("list.next", () => move(1));
  useShortcut("list.previous", () => move(-1));
  return (
    <ul ref={list} className="border-b [&>li:first-child]:border-t-0">
      {children}
    </ul>
  );
}
