"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { useOthers } from "./claim-now-context";

type Props = {
  /** The last log entry that this page shows. */
  shownTo: string | null;
};

/**
 * Says that somebody changed the claim while it was open. Nothing on the page moves until the person asks for it: what they
 * are writing stays under their hands, and what they typed stays when it is shown. It is the head of the box that says what
 * changed since they looked, where there is one.
 */
export function ChangedStrip({ shownTo }: Props) {
  const router = useRouter();
  const [isPending, start] = useTransition();
  const last = useOthers()?.last;
  const isNew = last && last.entryId > (shownTo ?? "");
  return (
    <div role="status" className="peer sticky top-0 z-2">
      {isNew ? (
        <p className="my-3 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-rule-strong bg-panel px-3 py-1.5 text-sm [:has(+#since)>&]:rounded-b-none">
          <span>Changed by {last.by ?? "Countersign"} just now.</span>
          <Button small onClick={() => start(() => router.refresh())} aria-disabled={isPending || undefined}>
            {isPending ? "Showing…" : "Show"}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
