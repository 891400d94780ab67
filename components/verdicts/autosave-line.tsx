"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { ConflictView } from "@/components/ui/conflict-view";
import type { FormAction } from "@/components/ui/form-state";
import { useAutosave, type SaveState } from "./use-autosave";

type Props = { save?: FormAction; fieldNames: Record<string, string> };

const words: Record<SaveState["status"], string> = {
  idle: "Saved as you write.",
  waiting: "Not saved yet …",
  saving: "Saving …",
  saved: "Saved.",
  failed: "Not saved.",
};

/** Whether the draft is saved; and when two people wrote at once, both versions. */
export function AutosaveLine({ save, fieldNames }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const { status, answer, resume } = useAutosave(place, save);
  const isFailed = status === "failed" && answer !== null;
  return (
    <div ref={place} className="sticky bottom-0 border-t bg-paper py-2">
      {save ? (
        <p role="status" className="text-sm text-ink-3">
          {words[status]}
        </p>
      ) : null}
      {isFailed ? (
        <div role="alert" className="max-h-[50dvh] overflow-auto text-sm">
          <p className="font-semibold text-warn">{answer.message ?? "The draft could not be saved."}</p>
          <ul className="list-disc pl-5">
            {answer.issues?.map((issue) => (
              <li key={issue.code + issue.field}>{issue.message}</li>
            ))}
          </ul>
          {answer.conflict ? (
            <>
              <ConflictView
                formId={place.current?.closest("form")?.id ?? ""}
                conflict={answer.conflict}
                fieldNames={fieldNames}
              />
              <Button look="primary" small className="mt-2" onClick={resume}>
                Save what I chose
              </Button>
            </>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
