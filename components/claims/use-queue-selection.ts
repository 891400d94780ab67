"use client";

import { useCallback, useEffect, useState } from "react";
import type { ClaimRowDto } from "@/lib/claims/dto";
import { LatestMap, mostListsKept } from "@/lib/core/latest-map";

/** As many as the page reads back; a longer selection is kept on the page alone, so that every server takes the address. */
const mostInAddress = 100;

/** A key that is held down changes the row thirty times a second; browsers refuse to write addresses that often. */
const addressPauseMs = 150;

type Place = { at: string | null; selected: readonly string[] };

/** Where a person was in each list. Going back, the router shows the page as the server rendered it, with an older place. */
const left = new LatestMap<Place>(mostListsKept);

/** Where the person begins in a list: where they left it, else what its address says. */
export function useBeginning(query: string, asked: Place): Place {
  const [begins] = useState(() => left.get(query) ?? { at: asked.at, selected: asked.selected });
  return begins;
}

/** Which claim is in hand and which are selected, as the address says and keeps. */
export function useQueueSelection(query: string, rows: readonly ClaimRowDto[], begins: Place) {
  const [atId, setAt] = useState(begins.at);
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => new Set(begins.selected));
  const found = rows.findIndex(({ id }) => id === atId);
  // When the row in hand leaves the list, as a declined one does, the one that takes its place is next.
  const [lastFound, setLastFound] = useState(0);
  if (found >= 0 && found !== lastFound) setLastFound(found);
  const at = found >= 0 ? found : Math.min(lastFound, Math.max(0, rows.length - 1));

  useEffect(() => {
    left.set(query, { at: atId, selected: [...selected] });
    const timer = window.setTimeout(() => writeAddress(atId, [...selected]), addressPauseMs);
    return () => window.clearTimeout(timer);
  }, [query, atId, selected]);

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
  return { at, atId, setAt, selected, select };
}

function writeAddress(at: string | null, selected: readonly string[]): void {
  const address = new URL(location.href);
  write(address.searchParams, "at", at);
  write(address.searchParams, "sel", selected.length > mostInAddress ? null : selected.join("."));
  // Not by the router's own replaceState: that would drop a page which is on its way, and draw this one again.
  if (address.href !== location.href)
    History.prototype.replaceState.call(history, history.state, "", address.href);
}

function write(params: URLSearchParams, name: string, value: string | null) {
  if (value) params.set(name, value);
  else params.delete(name);
}
