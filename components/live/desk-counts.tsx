"use client";

import { usePathname } from "next/navigation";
import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from "react";
import { onLiveEvent, readLive } from "@/lib/live/live-channel.client";

/** What waits for a person: claims, tips, tasks, and what they were told and have not read. */
export type DeskCounts = { queue: number; tips: number; tasks: number; unread: number };

const none: DeskCounts = { queue: 0, tips: 0, tasks: 0, unread: 0 };
const Context = createContext<DeskCounts>(none);

/** News is counted at once; what happens on claims is gathered, for a busy desk would ask all the time. */
const [soonMs, gatherMs] = [150, 5_000];

/**
 * The numbers in the frame of the desk. The frame is not drawn again from page to page, so they are asked for anew with
 * each page, and as things happen while the page is in sight.
 */
export function DeskCountsProvider({ given, children }: { given: DeskCounts; children: ReactNode }) {
  const [counts, setCounts] = useState(given);
  const [was, setWas] = useState(given);
  if (was !== given) {
    setWas(given);
    setCounts(given);
  }
  const due = useRef({ timer: 0, at: Infinity });
  // An older count that comes after a newer one, or after a page that brought its own, is not shown.
  const turns = useRef({ asked: 0, shown: 0 });
  useEffect(() => {
    turns.current.shown = turns.current.asked;
  }, [given]);
  const ask = useCallback((withinMs: number) => {
    const at = performance.now() + withinMs;
    if (due.current.at <= at) return;
    window.clearTimeout(due.current.timer);
    const timer = window.setTimeout(async () => {
      due.current = { timer: 0, at: Infinity };
      const turn = (turns.current.asked += 1);
      const told = await readLive<DeskCounts>("/live/news");
      if (!told || turn <= turns.current.shown) return;
      turns.current.shown = turn;
      setCounts(told);
    }, withinMs);
    due.current = { timer, at };
  }, []);

  const path = usePathname();
  const counted = useRef(path);
  useEffect(() => {
    if (counted.current === path) return;
    counted.current = path;
    ask(soonMs);
  }, [path, ask]);
  useEffect(() => {
    const asked = due;
    const stop = onLiveEvent(({ kind }) => {
      if (kind === "news" || kind === "missed") ask(soonMs);
      else if (kind === "changed" && document.visibilityState === "visible") ask(gatherMs);
    });
    return () => {
      stop();
      window.clearTimeout(asked.current.timer);
      asked.current = { timer: 0, at: Infinity };
    };
  }, [ask]);
  return <Context value={counts}>{children}</Context>;
}

export function useDeskCounts(): DeskCounts {
  return useContext(Context);
}
