"use client";

import { useCallback, useEffect, useState } from "react";
import type { ClaimRowDto } from "@/lib/claims/dto";

/** An address stays readable by every server; a longer selection is kept on the page alone. */
const mostInAddress = 40;

type Place = { at: string | null; selected: readonly string[] };

/** Where a person was in each list. Going back, the router shows the page as the server rendered it, with an older place. */
const left = new Map<string, Place>();

/** Which claim is in hand and which are selected, as the address says and keeps. */
export function useQueueSelection(query: string, rows: readonly ClaimRowDto[], asked: Place) {
  const [begins] = useState(() => left.get(query) ?? asked);
  const [atId, setAt] = useState(begins.at);
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => new Set(begins.selected));
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === atId),
  );

  useEffect(() => {
    const address = new URL(location.href);
    const ids = [...selected];
    left.set(query, { at: atId, selected: ids });
    write(address.searchParams, "at", atId);
    write(address.searchParams, "sel", ids.length > mostInAddress ? null : ids.join("."));
    if (address.href !== location.href) history.replaceState(null, "", address);
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
  return { at, atId, beganAt: begins.at, setAt, selected, select };
}

function write(params: URLSearchParams, name: string, value: string | null) {
  if (value) params.set(name, value);
  else params.delete(name);
}
