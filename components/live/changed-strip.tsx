"use client";

import { useRouter } from "next/navigation";
import { useLayoutEffect, useRef, useState, useTransition, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { useOthers } from "./claim-now-context";

type Props = {
  /** The last log entry that this page shows. */
  shownTo: string | null;
  /** The box that says what changed since they looked, where there is one. */
  children?: ReactNode;
};

/** A box that goes on below the strip. */
const goesOn = "*:-mt-3 *:rounded-t-none *:border-t-0";

/**
 * Says that somebody changed the claim while it was open. Nothing on the page moves until the person asks for it: what they
 * are writing stays under their hands, and what they typed stays when it is shown. Meanwhile it stands in the place of what
 * changed since they looked, which tells it all once it is shown; or as its head where somebody reads that.
 */
export function ChangedStrip({ shownTo, children }: Props) {
  const router = useRouter();
  const [isPending, start] = useTransition();
  const last = useOthers()?.last;
  const isNew = last ? last.entryId > (shownTo ?? "") : false;
  const since = useRef<HTMLDivElement>(null);
  const [isInPlace, setInPlace] = useState(false);
  useLayoutEffect(() => setInPlace(isNew && !since.current?.querySelector("details[open]")), [isNew]);
  const isHead = isNew && !isInPlace && Boolean(children);
  return (
    <>
      <div role="status" className="sticky top-0 z-2">
        {last && isNew ? (
          <p
            className={cx(
              "my-3 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-rule-strong bg-panel px-3 py-1.5 text-sm",
              isHead && "[:has(+*>#since)>&]:rounded-b-none",
            )}
          >
            <span>Changed by {last.by ?? "Countersign"} just now.</span>
            <Button
              small
              onClick={() => start(() => router.refresh())}
              aria-disabled={isPending || undefined}
            >
              {isPending ? "Showing…" : "Show"}
            </Button>
          </p>
        ) : null}
      </div>
      {children ? (
        <div ref={since} hidden={isInPlace} className={cx(isHead && goesOn)}>
          {children}
        </div>
      ) : null}
    </>
  );
}
