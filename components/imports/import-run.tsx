"use client";

import { startTransition, useActionState, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Button, SubmitButton } from "@/components/ui/button";
import type { FormAction, FormState } from "@/components/ui/form-state";
import { notSure, useGuardedAction } from "@/components/ui/guarded-action";
import { useOneAtATime } from "@/components/ui/one-at-a-time";
import { SignInAgain } from "@/components/ui/sign-in-again";
import type { Counts } from "@/lib/imports/preview";

type Props = {
  /** Fields: importId, most (rows in this request; absent for all), again ("yes" tries failed rows again). Answers with values.left. */
  action: FormAction;
  id: string;
  counts: Counts;
};

const rowsAtOnce = 50;
const never = () => () => {};

/** Imports the rows: fifty a request while the page's script runs, which can be stopped in between; all in one without. */
export function ImportRun({ action, id, counts }: Props) {
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [state, submit, pending] = useActionState<FormState, FormData>(
    useGuardedAction(action, undefined, notSure("imported", "this page")),
    null,
  );
  // All of its requests are one act.
  useOneAtATime(pending);
  const [isStopping, setStopping] = useState(false);
  const isStopped = useRef(false);
  const left = state?.ok ? Number(state.values?.left ?? 0) : 0;
  useEffect(() => {
    if (left === 0 || isStopped.current) return;
    const next = new FormData();
    next.set("importId", id);
    next.set("most", String(rowsAtOnce));
    startTransition(() => submit(next));
  }, [state, left, id, submit]);
  const begin = () => {
    isStopped.current = false;
    setStopping(false);
  };
  const stop = () => {
    isStopped.current = true;
    setStopping(true);
  };
  return (
    <form
      action={submit}
      aria-label="Import the rows"
      aria-busy={pending}
      onSubmit={begin}
      className="mb-4 grid gap-2"
    >
      <input type="hidden" name="importId" value={id} />
      {hasScripts ? <input type="hidden" name="most" value={rowsAtOnce} /> : null}
      <p>{countsInWords(counts)}</p>
      <p role="status" className={state && !state.ok ? "font-medium text-warn" : "text-ink-2"}>
        {pending ? (isStopping ? "Stopping…" : "Importing…") : state?.message}
        {state?.isSignedOut && !pending ? (
          <>
            {" "}
            <SignInAgain then="go on here" />
          </>
        ) : null}
      </p>
      <div className="flex flex-wrap gap-2">
        {counts.left > 0 ? <SubmitButton busy="Importing…">{importWords(counts)}</SubmitButton> : null}
        {counts.failed > 0 && counts.left === 0 ? (
          <SubmitButton look="plain" name="again" value="yes" busy="Importing…">
            {counts.failed === 1 ? "Try the failed row again" : `Try the ${counts.failed} failed rows again`}
          </SubmitButton>
        ) : null}
        {pending && left > 0 && !isStopping ? <Button onClick={stop}>Stop</Button> : null}
      </div>
    </form>
  );
}

function importWords({ fresh, left }: Counts): string {
  if (fresh === 0) return left === 1 ? "Go through the row" : `Go through the ${left} rows`;
  return fresh === 1 ? "Import 1 claim" : `Import ${fresh.toLocaleString("en-GB")} claims`;
}

function countsInWords({ fresh, left, notPossible, created, there, failed }: Counts): string {
  const said = (count: number, one: string, many: string) =>
    count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count.toLocaleString("en-GB")} ${many}`];
  const parts = [
    ...said(created, "claim was made", "claims were made"),
    ...said(there, "row was there already", "rows were there already"),
    ...said(failed, "row failed", "rows failed"),
    ...said(fresh, "row is a new claim", "rows are new claims"),
    ...said(left - fresh, "row says what is there already", "rows say what is there already"),
    ...said(notPossible, "row cannot be imported as it is", "rows cannot be imported as they are"),
  ];
  return parts.length === 0 ? "There are no rows under the headers." : `${parts.join(", ")}.`;
}
