"use client";

import { useRef, useSyncExternalStore } from "react";
import { Button, SubmitButton } from "@/components/ui/button";
import { ConflictView, type ValueNames } from "@/components/ui/conflict-view";
import type { FormAction } from "@/components/ui/form-state";
import { saysWhich } from "@/lib/core/issue-field";
import { citedByNumber } from "@/lib/verdicts/cite-numbers";
import { useAutosave, type SaveState } from "./use-autosave";

const never = () => () => {};

type Props = {
  save?: FormAction;
  fieldNames: Record<string, string>;
  valueNames: ValueNames;
  /** Ids of the evidence in the order of its numbers. */
  citable: readonly string[];
};

const words: Record<SaveState["status"], string> = {
  idle: "Saved as you write.",
  waiting: "Not saved yet …",
  saving: "Saving …",
  saved: "Saved.",
  failed: "Not saved.",
};

/** Whether the draft is saved, with the button that saves it; and when two people wrote at once, both versions. */
export function AutosaveLine({ save, fieldNames, valueNames, citable }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const { status, answer, resume } = useAutosave(place, save);
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const isFailed = status === "failed" && answer !== null;
  return (
    <>
      {isFailed ? (
        <div
          id="not-saved"
          role="alert"
          className="scroll-mt-4 scroll-mb-16 rounded-md border border-warn p-3 text-sm"
        >
          <p className="font-semibold text-warn">{answer.message ?? "The draft could not be saved."}</p>
          <ul className="list-disc pl-5">
            {answer.issues?.map((issue) => (
              <li key={issue.code + issue.field}>{saysWhich(issue)}</li>
            ))}
          </ul>
          {answer.conflict ? (
            <>
              <ConflictView
                formId={place.current?.closest("form")?.id ?? ""}
                conflict={answer.conflict.map(({ field, mine, theirs }) => ({
                  field,
                  mine: citedByNumber(mine, citable),
                  theirs: citedByNumber(theirs, citable),
                }))}
                fieldNames={fieldNames}
                valueNames={valueNames}
              />
              <Button look="primary" small className="mt-2" onClick={resume}>
                Save what I chose
              </Button>
            </>
          ) : null}
        </div>
      ) : null}
      <div
        ref={place}
        className="sticky bottom-0 z-1 flex flex-wrap items-center gap-x-4 gap-y-1 border-t bg-paper py-2"
      >
        <SubmitButton>Save the draft</SubmitButton>
        {save && hasScripts ? (
          <p role="status" className="text-sm text-ink-3">
            {words[status]}
            {isFailed ? (
              <a href="#not-saved" className="ml-1">
                See why
              </a>
            ) : null}
          </p>
        ) : null}
      </div>
    </>
  );
}
