"use client";

import { useEffect, useRef, useState } from "react";
import { useDeskCounts } from "@/components/live/desk-counts";
import { Button } from "@/components/ui/button";
import { onLiveEvent } from "@/lib/live/live-channel.client";

type Props = {
  /** The claims of the list as the server rendered it; another array is another rendering. */
  shown: readonly { id: string }[];
  /** How many claims waited for the person when that was rendered, where the list is of these; null elsewhere. */
  waited: number | null;
  onShow: () => void;
  isPending: boolean;
};

/**
 * Says that somebody changed claims of the list while it was open, or that others wait for the person than are in it. No
 * row moves under their hands until they ask for it.
 */
export function QueueChanged({ shown, waited, onShow, isPending }: Props) {
  const isOther = useOthersWait(shown, waited);
  const [changed, setChanged] = useState<{ over: Props["shown"]; ids: ReadonlySet<string> }>({
    over: shown,
    ids: new Set(),
  });
  const latest = useRef(shown);
  useEffect(() => {
    latest.current = shown;
  }, [shown]);
  useEffect(
    () =>
      onLiveEvent((event) => {
        if (event.kind !== "changed" || event.byMe) return;
        const over = latest.current;
        if (!over.some(({ id }) => id === event.claimId)) return;
        setChanged((before) => ({
          over,
          ids: new Set([...(before.over === over ? before.ids : []), event.claimId]),
        }));
      }),
    [],
  );
  const count = changed.over === shown ? changed.ids.size : 0;
  return (
    // Above the list and over nothing of it, so that no row moves.
    <div role="status" className="sticky top-9 z-2 h-0">
      {count > 0 || isOther ? (
        <p className="absolute -top-9 right-0 flex items-center gap-x-3 rounded-md border border-rule-strong bg-panel py-0.5 pr-0.5 pl-3 text-sm">
          {count === 0
            ? "This list has changed"
            : count === 1
              ? "1 claim changed"
              : `${count} claims changed`}
          <Button small onClick={onShow} aria-disabled={isPending || undefined}>
            {isPending ? "Showing…" : "Show"}
          </Button>
        </p>
      ) : null}
    </div>
  );
}

/** Whether the frame, counting again since the list was rendered, counts another number than the list has. */
function useOthersWait(shown: Props["shown"], waited: number | null): boolean {
  const counts = useDeskCounts();
  const [since, setSince] = useState({ shown, counts });
  if (since.shown !== shown) setSince({ shown, counts });
  return waited !== null && since.shown === shown && counts !== since.counts && counts.queue !== waited;
}
