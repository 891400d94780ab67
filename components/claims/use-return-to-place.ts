"use client";

import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from "react";
import type { ClaimRowDto } from "@/lib/claims/dto";
import { LatestMap, mostListsKept } from "@/lib/core/latest-map";
import { focusRow } from "./focus-row";

/**
 * How far below the top of the window the row in hand stood when its list was left: on going back the list is drawn too
 * late for what the browser remembers, and rows of a long one that are not drawn yet have no height to count by.
 */
const leftAt = new LatestMap<number>(mostListsKept);

type List = {
  rows: readonly ClaimRowDto[];
  atId: string | null;
  /** The claim that was in hand when the list was left, or that the address names. */
  beganAt: string | null;
  /** Whose list it is, and which. */
  place: string;
};

/**
 * Coming back, the row that was in hand has the focus again and stands where it stood. `want` asks for a row that is not
 * drawn yet; what is answered is called once that has the focus.
 */
export function useReturnToPlace(
  table: RefObject<HTMLTableElement | null>,
  { rows, atId, beganAt, place }: List,
  want: (index: number) => void,
): () => void {
  const sought = useRef(beganAt);
  const inHand = useRef(atId);
  useEffect(() => {
    inHand.current = atId;
  }, [atId]);
  useLayoutEffect(() => {
    const list = table.current;
    return () => {
      const top = topOf(list, inHand.current);
      if (top !== null) leftAt.set(place, top);
    };
  }, [table, place]);

  const settle = useCallback(() => {
    const id = sought.current;
    sought.current = null;
    const was = leftAt.get(place);
    if (id !== null && was !== undefined) holdAt(table, id, was);
  }, [table, place]);

  useEffect(() => {
    const id = sought.current;
    const index = id === null ? -1 : rows.findIndex((row) => row.id === id);
    if (index < 0) return;
    // Whoever went on to something else meanwhile is not taken from it.
    if (document.activeElement !== document.body) sought.current = null;
    else if (focusRow(table.current, id ?? undefined)) settle();
    else want(index);
  }, [table, rows, settle, want]);
  return settle;
}

/** Rows above are measured as they are drawn, and push the list about: so many frames it is held where it stood. */
const framesToHold = 30;

function holdAt(table: RefObject<HTMLTableElement | null>, id: string, was: number): void {
  let frames = framesToHold;
  const hold = () => {
    const is = topOf(table.current, id);
    // Whoever goes on to another row meanwhile is not taken back.
    if (is === null || document.activeElement?.getAttribute("data-row") !== id) return;
    if (Math.abs(is - was) >= 1) window.scrollBy(0, is - was);
    frames -= 1;
    if (frames > 0) requestAnimationFrame(hold);
  };
  hold();
}

function topOf(table: HTMLElement | null, id: string | null): number | null {
  const row = id && table?.querySelector(`a[data-row="${CSS.escape(id)}"]`);
  return row ? row.getBoundingClientRect().top : null;
}
