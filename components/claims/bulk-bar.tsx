"use client";

import { useDeferredValue, useEffect, useRef, useState } from "react";
import type { BulkAction } from "@/lib/claims/bulk-actions";
import type { ClaimRowDto } from "@/lib/claims/dto";
import { ShortcutHint } from "@/components/keys/shortcut-hint";
import { places } from "@/components/layout/places";
import { ActParts } from "@/components/ui/act-parts";
import { Button } from "@/components/ui/button";
import { SignInAgain } from "@/components/ui/sign-in-again";
import { takeWanted } from "@/components/ui/undo-store";
import { BulkForms } from "./bulk-forms";
import { selectAllWords, type AllRows } from "./queue-head";
import { claimsInWords, type BulkFailure, type BulkState } from "./use-bulk";

type Props = {
  /** The selected claims. */
  chosen: readonly ClaimRowDto[];
  all: AllRows;
  /** So many that were selected are not in the list that is loaded. */
  gone: number;
  /** There are claims further down the list that are not loaded. */
  hasMore: boolean;
  people: readonly { id: string; name: string }[];
  topics: readonly string[];
  state: BulkState | null;
  /** Answers, once it is over, whether it was done to all of them. */
  onStart: (action: BulkAction) => Promise<boolean>;
  onUndo: () => void;
  onStop: () => void;
  /** Gives up those that are not in the list. */
  onLeaveOut: () => void;
  onClear: () => void;
  /** Takes away what is said of an act that is over. */
  onClose: () => void;
};

/**
 * What can be done with the selected claims, and how far it got. It stays in sight at the foot of the list; where there is
 * little room it is one line, and what it offers is unfolded on demand.
 */
export function BulkBar(props: Props) {
  const { chosen, all, gone, hasMore, state } = props;
  const count = chosen.length;
  const [isOpen, setOpen] = useState(false);
  const mayAct = count > 0 && !state?.isRunning;
  // The forms come once the selection is seen: drawing them takes longer than a press of a key may.
  const offersActs = useDeferredValue(mayAct, false) && mayAct;
  return (
    <div
      data-at-foot
      className={
        count > 0 || gone > 0 || state
          ? "bulk-bar sticky bottom-0 z-2 -mx-4 max-h-[75dvh] overflow-y-auto [@media(max-height:30rem)]:max-h-[40dvh] border-t border-rule-strong bg-panel px-4 py-3 max-tabs:py-2"
          : "sr-only"
      }
    >
      <div className="flex flex-wrap items-center gap-x-3 tabs:mb-2">
        <p role="status" className={count > 0 ? "font-semibold" : "sr-only"}>
          {count > 0 ? `${claimsInWords(count)} selected` : "Nothing selected"}
          {count > 1 && count === all.count && hasMore ? ", all that are loaded; the list goes on below" : ""}
        </p>
        {mayAct ? (
          <>
            <Button
              small
              aria-expanded={isOpen}
              aria-controls="bulk-actions"
              onClick={() => setOpen(!isOpen)}
              className="ml-auto tabs:hidden"
            >
              {isOpen ? "Less" : "Actions"}
            </Button>
            {count < all.count ? (
              <Button look="quiet" small onClick={() => all.onToggle(true)}>
                {selectAllWords(all.count)}
              </Button>
            ) : null}
            <Button look="quiet" small onClick={props.onClear}>
              Select nothing
            </Button>
          </>
        ) : null}
      </div>
      <Gone {...props} />
      {state ? <Progress {...props} state={state} /> : null}
      {offersActs ? (
        <div
          id="bulk-actions"
          onFocus={() => setOpen(true)}
          className={isOpen ? "max-tabs:pt-2" : "max-tabs:sr-only"}
        >
          <BulkForms {...props} />
        </div>
      ) : null}
    </div>
  );
}

/** What of the selection is not in the list: nothing is done to it, as nobody sees it. */
function Gone({ gone, hasMore, onLeaveOut }: Props) {
  const are = gone === 1 ? "is" : "are";
  return (
    <div
      role="status"
      className={gone > 0 ? "mb-2 flex flex-wrap items-center gap-x-3 text-sm text-warn" : "sr-only"}
    >
      {gone > 0 ? (
        <>
          <span>
            {claimsInWords(gone)} that you selected {are} no longer in this list
            {hasMore ? ", or further down" : ""}: nothing is done to {gone === 1 ? "it" : "them"}.
          </span>
          <Button look="quiet" small onClick={onLeaveOut}>
            Leave {gone === 1 ? "it" : "them"} out
          </Button>
        </>
      ) : null}
    </div>
  );
}

function Progress({ chosen, state, onUndo, onStop, onClose }: Props & { state: BulkState }) {
  const { words, total, finished, isRunning, done } = state;
  return (
    <div className="mb-2">
      <p role="status" className="flex flex-wrap items-center gap-3">
        <span>{isRunning ? `${words}: ${finished} of ${total}` : `${words}.`}</span>
        {isRunning ? <progress value={finished} max={total} aria-label={words} className="w-40" /> : null}
        {isRunning ? (
          <Button small onClick={onStop}>
            Stop
          </Button>
        ) : null}
        {isRunning ? null : (
          <span className="flex items-center gap-x-3">
            {done.length > 0 ? <Undo onUndo={onUndo} /> : null}
            <Button look="quiet" small onClick={onClose}>
              Close
            </Button>
          </span>
        )}
      </p>
      <NotDone state={state} areSelected={chosen.length > 0} notTried={isRunning ? 0 : total - finished} />
    </div>
  );
}

function Undo({ onUndo }: Pick<Props, "onUndo">) {
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takeWanted()) undo.current?.click();
  }, []);
  return (
    <Button ref={undo} small data-undo="" onClick={onUndo}>
      Undo <ShortcutHint id="undo" />
    </Button>
  );
}

type NotDoneProps = { state: BulkState; areSelected: boolean; notTried: number };

/** What stands in the way of each claim; what stands in the way of all is said once, and how many were not even tried. */
function NotDone({ state, areSelected, notTried }: NotDoneProps) {
  const { failures, isUndo, takenBack } = state;
  if (failures.length === 0 && notTried === 0) return null;
  const ofAll = failures.filter(({ isForAll }) => isForAll);
  const ofEach = failures.filter(({ isForAll }) => !isForAll);
  return (
    <div role="alert" className="mt-2 tall:max-h-40 tall:overflow-y-auto text-sm">
      {failures.length > 0 ? (
        <p className="font-semibold text-warn">
          {isUndo ? "Not taken back" : "Not done"}, or not certain
          {areSelected && !isUndo ? "; still selected" : ""}:
        </p>
      ) : null}
      <WhyOfAll failures={ofAll} />
      <ActParts
        parts={[
          ...ofEach.map(({ id, text, reason }) => ({ href: places.claim(id), text, reason })),
          ...takenBack.map(({ id, text }) => ({ href: places.claim(id), text, reason: null })),
        ]}
        done="Taken back"
      />
      {notTried > 0 ? (
        <p>
          {claimsInWords(notTried)} {notTried === 1 ? "was" : "were"} not tried.
        </p>
      ) : null}
    </div>
  );
}

/** Once a reason, for how many claims. */
function WhyOfAll({ failures }: { failures: BulkFailure[] }) {
  const reasons = new Map(failures.map((failure) => [failure.reason, failure]));
  if (reasons.size === 0) return null;
  return (
    <ul className="list-disc pl-5">
      {[...reasons].map(([reason, { isSignedOut }]) => (
        <li key={reason}>
          {claimsInWords(failures.filter((failure) => failure.reason === reason).length)}: {reason}
          {isSignedOut ? (
            <>
              {" "}
              <SignInAgain then="do it again" />
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
