"use client";

import { useEffect, useRef, useState } from "react";
import { useDeskCounts } from "@/components/live/desk-counts";
import { Button } from "@/components/ui/button";
import { onLiveEvent } from "@/lib/live/live-channel.client";

type Props = {
  /** The claims of the list as the server rendered it; another array is another rendering. */
  shown: readonly { id: string }[];
  /** All rows that are loaded by now, these among them. */
  rows: readonly { id: string }[];
  /** How many claims waited for the person when that was rendered, where the list is of these; null elsewhere. */
  waited: number | null;
  onShow: () => void;
  isPending: boolean;
};

/** What was heard since a rendering; `hasMissed`: for a while nothing was, as of a computer that slept. */
type Told = { over: Props["shown"]; ids: ReadonlySet<string>; hasMissed: boolean };

const nothing = (over: Props["shown"]): Told => ({ over, ids: new Set(), hasMissed: false });

/**
 * Says that somebody changed claims of the list while it was open, that it may have changed while nothing was heard, or that
 * others wait for the person than are in it. No row moves under their hands until they ask for it.
 */
export function QueueChanged({ shown, rows, waited, onShow, isPending }: Props) {
  const isOther = useOthersWait(shown, waited);
  const [told, setTold] = useState<Told>(nothing(shown));
  const latest = useRef({ shown, rows });
  useEffect(() => {
    latest.current = { shown, rows };
  }, [shown, rows]);
  useEffect(
    () =>
      onLiveEvent((event) => {
        const { shown: over, rows: all } = latest.current;
        const add = (more: (before: Told) => Partial<Told>) =>
          setTold((before) => {
            const since = before.over === over ? before : nothing(over);
            return { ...since, ...more(since) };
          });
        if (event.kind === "missed") add(() => ({ hasMissed: true }));
        if (event.kind !== "changed" || event.byMe || !all.some(({ id }) => id === event.claimId)) return;
        add(({ ids }) => ({ ids: new Set([...ids, event.claimId]) }));
      }),
    [],
  );
  const { ids, hasMissed } = told.over === shown ? told : nothing(shown);
  const count = ids.size;
  return (
    // Above the list and over nothing of it, so that no row moves.
    <div role="status" className="sticky top-9 z-2 h-0">
      {count > 0 || isOther || hasMissed ? (
        <p className="absolute -top-9 right-0 flex items-center gap-x-3 rounded-md border border-rule-strong bg-panel py-0.5 pr-0.5 pl-3 text-sm">
          {changedWords(count, isOther)}
          <Button small onClick={onShow} aria-disabled={isPending || undefined}>
            {isPending ? "Showing…" : "Show"}
          </Button>
        </p>
      ) : null}
    </div>
  );
}

function changedWords(count: number, isOther: boolean): string {
  if (count > 0) return count === 1 ? "1 claim changed" : `${count} claims changed`;
  return isOther ? "This list has changed" : "This list may have changed";
}

/** Whether the frame, counting again since the list was rendered, counts another number than the list has. */
function useOthersWait(shown: Props["shown"], waited: number | null): boolean {
  const counts = useDeskCounts();
  const [since, setSince] = useState({ shown, counts });
  if (since.shown !== shown) setSince({ shown, counts });
  return waited !== null && since.shown === shown && counts !== since.counts && counts.queue !== waited;
}
