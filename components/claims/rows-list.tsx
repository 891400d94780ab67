"use client";

import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from "react";
import { useShortcut } from "@/components/keys/use-shortcut";
import { useFreshAfterPrefetch, usePrefetch } from "./use-prefetch";

const links = "a[data-row]";

/** The list beside a claim: keys go from row to row, and the row in hand and the next are fetched ahead. */
export function RowsList({ path, children }: { path: string; children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState<string[]>([]);
  usePrefetch(near);
  useFreshAfterPrefetch(path);
  useEffect(() => {
    const rows = rowsIn(list.current);
    const at = rows.findIndex((row) => row.getAttribute("aria-current") === "true");
    const next = rows[at + 1]?.getAttribute("href");
    if (next) setNear([next]);
  }, [path]);

  function move(step: 1 | -1): boolean {
    const rows = rowsIn(list.current).filter((row) => row.checkVisibility());
    const focused = rows.findIndex((row) => row === document.activeElement);
    const current = rows.findIndex((row) => row.getAttribute("aria-current") === "true");
    const target = rows[(focused >= 0 ? focused : current) + step];
    target?.focus();
    return Boolean(target);
  }
  useShortcut("list.next", () => move(1));
  useShortcut("list.previous", () => move(-1));

  function onFocus(event: FocusEvent) {
    const rows = rowsIn(list.current);
    const at = rows.findIndex((row) => row === event.target);
    if (at >= 0) setNear(rows.slice(at, at + 2).flatMap((row) => row.getAttribute("href") ?? []));
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (move(event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
  }
  return (
    <div
      ref={list}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onPointerOver={(event) => {
        const href = (event.target as Element).closest(links)?.getAttribute("href");
        if (href && href !== near[0]) setNear([href]);
      }}
    >
      {children}
    </div>
  );
}

function rowsIn(list: HTMLElement | null): HTMLElement[] {
  return list ? [...list.querySelectorAll<HTMLElement>(links)] : [];
}
