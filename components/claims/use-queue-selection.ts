"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ClaimRowDto } from "@/lib/claims/dto";
import { LatestMap, mostListsKept } from "@/lib/core/latest-map";
import { keepSelection, keptInTab, keptSelection } from "./kept-selection";

/** A key that is held down changes the row thirty times a second; browsers refuse to write addresses that often. */
const addressPauseMs = 150;

type Stand = { at: string | null; selected: readonly string[] };

/** `isInTab`: the selection is too long for the address, and this tab may have kept it. */
type Beginning = Stand & { isInTab: boolean };

/** Where a person was in each of their lists. Going back, the router shows the page as the server rendered it, with an older place. */
const left = new LatestMap<Stand>(mostListsKept);

/** Where the person begins in a list (`place`: whose, and which): where they left it, else what its address says. */
export function useBeginning(place: string, asked: Stand): Beginning {
  const [begins] = useState(() => {
    const was = left.get(place);
    if (was) return { ...was, isInTab: false };
    const isInTab = asked.selected.includes(keptInTab);
    return { at: asked.at, selected: isInTab ? [] : asked.selected, isInTab };
  });
  return begins;
}

/**
 * Which claim is in hand and which are selected, as the address says, or the tab keeps, and both keep; `gone` are those of
 * them that are not in the list. `seek` brings rows that are selected into it.
 */
export function useQueueSelection(
  place: string,
  rows: readonly ClaimRowDto[],
  begins: Beginning,
  seek: (ids: readonly string[]) => void,
) {
  const [atId, setAt] = useState(begins.at);
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => new Set(begins.selected));
  const found = rows.findIndex(({ id }) => id === atId);
  // When the row in hand leaves the list, as a declined one does, the one that takes its place is next.
  const [lastFound, setLastFound] = useState(0);
  if (found >= 0 && found !== lastFound) setLastFound(found);
  const at = found >= 0 ? found : Math.min(lastFound, Math.max(0, rows.length - 1));

  const isToRead = useRef(begins.isInTab);
  useEffect(() => {
    const ids = isToRead.current ? keptSelection(place) : [];
    isToRead.current = false;
    if (ids.length === 0) return;
    // Here, as the server, which drew the page first, knows no tab.
    setSelected(new Set(ids));
    seek(ids);
  }, [place, seek]);

  useEffect(() => {
    left.set(place, { at: atId, selected: [...selected] });
    const timer = window.setTimeout(() => writeAddress(place, atId, [...selected]), addressPauseMs);
    return () => window.clearTimeout(timer);
  }, [place, atId, selected]);

  const select = useCallback((ids: readonly string[], isOn: boolean) => {
    setSelected((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (isOn) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  }, []);
  const gone = useMemo(() => {
    const listed = new Set(rows.map(({ id }) => id));
    return [...selected].filter((id) => !listed.has(id));
  }, [rows, selected]);
  return { at, atId, setAt, selected, gone, select };
}

function writeAddress(place: string, at: string | null, selected: readonly string[]): void {
  const address = new URL(location.href);
  write(address.searchParams, "at", at);
  write(address.searchParams, "sel", keepSelection(place, selected));
  // Not by the router's own replaceState: that would drop a page which is on its way, and draw this one again.
  if (address.href !== location.href)
    History.prototype.replaceState.call(history, history.state, "", address.href);
}

function write(params: URLSearchParams, name: string, value: string | null) {
  if (value) params.set(name, value);
  else params.delete(name);
}
