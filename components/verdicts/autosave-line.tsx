"use client";

import { useRef } from "react";
import { useFormStatus } from "react-dom";
import { Button, SubmitButton } from "@/components/ui/button";
import type { ValueNames } from "@/components/ui/conflict-view";
import { useFormAnswer } from "@/components/ui/form";
import { AnswerBox, Refusal } from "@/components/ui/form-answer";
import type { FormAction, FormState } from "@/components/ui/form-state";
import { useHasScripts } from "@/components/ui/has-scripts";
import { SignInAgain } from "@/components/ui/sign-in-again";
import { citedByNumber } from "@/lib/verdicts/cite-numbers";
import { notSavedId, useAutosave, type SaveState } from "./use-autosave";
import { useFocusInSight } from "./use-focus-in-sight";

type Props = {
  save?: FormAction;
  fieldNames: Record<string, string>;
  valueNames: ValueNames;
  /** Ids of the evidence in the order of its numbers. */
  citable: readonly string[];
};

const words: Record<SaveState["status"], string> = {
  idle: "Saved as you write.",
  waiting: "Not saved yet…",
  saving: "Saving…",
  saved: "Saved.",
  failed: "Not saved.",
};

/**
 * Whether the draft is saved, with the one button that saves it; and when two people wrote at once, both versions. A refusal
 * stays until something is saved.
 */
export function AutosaveLine({ save, fieldNames, valueNames, citable }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const { pending } = useFormStatus();
  const isHeld = Boolean(useFormAnswer()?.conflict) && !pending;
  const { status, answer, isAsked, resume } = useAutosave(place, save, isHeld);
  const hasScripts = useHasScripts();
  const refusal = status === "saved" || answer?.ok ? null : answer;
  const conflict = refusal?.conflict;
  const isListed = Boolean(refusal && (conflict || refusal.issues?.length));
  // The banner says the rest.
  const isOffline = Boolean(refusal?.isUnsent);
  useFocusInSight(place, refusal && !isOffline ? messageOf(refusal) : undefined);
  return (
    <>
      {refusal && isListed ? (
        <AnswerBox id={notSavedId}>
          <Refusal
            id={place.current?.closest("form")?.id ?? ""}
            refusal={
              conflict
                ? {
                    ...refusal,
                    conflict: conflict.map(({ field, mine, theirs }) => ({
                      field,
                      mine: citedByNumber(mine, citable),
                      theirs: citedByNumber(theirs, citable),
                    })),
                  }
                : refusal
            }
            message={messageOf(refusal)}
            fieldNames={fieldNames}
            valueNames={valueNames}
          />
        </AnswerBox>
      ) : null}
      <div
        ref={place}
        data-at-foot
        className="sticky bottom-0 z-1 flex flex-wrap items-center gap-x-4 gap-y-1 border-t bg-paper py-2"
      >
        {conflict ? (
          <Button look="primary" onClick={resume}>
            {status === "saving" ? "Saving…" : "Save what I chose"}
          </Button>
        ) : (
          // All words are saved before the form leads on.
          <SubmitButton isUnderWay={isAsked} busy={status === "saved" ? "Saved" : undefined}>
            Save the draft
          </SubmitButton>
        )}
        {save && hasScripts ? (
          <>
            {/* Heard only, while the button says it to the eye. */}
            <p role="status" className={isAsked || pending ? "sr-only" : "text-sm text-ink-3"}>
              {isOffline
                ? "Not saved. Kept here while you are offline."
                : isHeld || refusal
                  ? words.failed
                  : words[status]}
              {isListed ? (
                <a href={`#${notSavedId}`} className="ml-1">
                  {conflict ? "See both versions" : "See why"}
                </a>
              ) : null}
            </p>
            {refusal && !isListed && !isOffline ? <Refused refusal={refusal} /> : null}
          </>
        ) : null}
      </div>
    </>
  );
}

const messageOf = (refusal: NonNullable<FormState>) => refusal.message ?? "The draft could not be saved.";

/** Why nothing is saved, where it is about no field: it stands beside the button, in sight wherever somebody writes. */
function Refused({ refusal }: { refusal: NonNullable<FormState> }) {
  return (
    <p role="alert" className="basis-full text-sm font-medium text-warn">
      {refusal.isSignedOut ? (
        <>
          Your session has ended. What you write is kept on this device.{" "}
          <SignInAgain then="come back here: the draft is sent by itself" />
        </>
      ) : (
        messageOf(refusal)
      )}
    </p>
  );
}
