"use client";

import { useRef } from "react";
import type { ClaimRowDto } from "@/lib/claims/dto";
import { focusOn } from "@/components/keys/focus-on";
import { useShortcut } from "@/components/keys/use-shortcut";

type Hand = {
  rows: readonly ClaimRowDto[];
  at: number;
  selected: ReadonlySet<string>;
  setAt: (id: string) => void;
  select: (ids: readonly string[], isOn: boolean) => void;
  /** Brings a row into sight and gives it the focus. */
  onWanted: (index: number) => void;
  loadMore: () => void;
};

/** Gives the focus to something that comes within so many frames, as the forms of a selection do, unless it goes elsewhere. */
function focusSoon(id: string, frames = 60, from = document.activeElement): void {
  if (frames === 0 || document.activeElement !== from || focusOn(document.getElementById(id))) return;
  requestAnimationFrame(() => focusSoon(id, frames - 1, from));
}

/** The keys of the queue; answers the way to move that the arrow keys take too. */
export function useQueueKeys({ rows, at, selected, setAt, select, onWanted, loadMore }: Hand) {
  /** From where "select on" began, so that going back gives rows up again. */
  const from = useRef<number | null>(null);

  function to(index: number): boolean {
    const row = rows[index];
    if (!row) {
      if (index >= rows.length) loadMore();
      return false;
    }
    setAt(row.id);
    onWanted(index);
    return true;
  }

  function move(step: number): boolean {
    from.current = null;
    // The first press takes the row that Tab would reach.
    const isInList = document.activeElement?.closest("tr[data-index]") !== null;
    return to(isInList ? at + step : at);
  }

  function selectOn(step: 1 | -1): boolean {
    const row = rows[at];
    const next = rows[at + step];
    if (!row || !next) return false;
    from.current ??= at;
    const isGoingBack = Math.abs(at + step - from.current) < Math.abs(at - from.current);
    if (isGoingBack) select([row.id], false);
    else select([row.id, next.id], true);
    return to(at + step);
  }

  useShortcut("list.next", () => move(1));
  useShortcut("list.previous", () => move(-1));
  useShortcut("list.select-next", () => selectOn(1));
  useShortcut("list.select-previous", () => selectOn(-1));
  useShortcut("list.select", () => {
    const row = rows[at];
    if (row) select([row.id], !selected.has(row.id));
    return row !== undefined && to(at);
  });
  useShortcut("list.select-all", () => {
    select(
      rows.map(({ id }) => id),
      rows.some(({ id }) => !selected.has(id)),
    );
    return rows.length > 0;
  });
  useShortcut("list.clear", () => {
    if (selected.size === 0) return false;
    select([...selected], false);
    return true;
  });
  useShortcut("list.assign", () => {
    const row = rows[at];
    if (selected.size === 0 && row) select([row.id], true);
    focusSoon("bulk-assign");
    return row !== undefined;
  });
  return move;
}
