"use client";

import { startTransition, useActionState, useEffect, useRef, useState, type ReactNode } from "react";
import { Button, SubmitButton } from "@/components/ui/button";
import type { FormAction, FormState } from "@/components/ui/form-state";
import { notSure, useGuardedAction } from "@/components/ui/guarded-action";
import { useHasScripts } from "@/components/ui/has-scripts";
import { useOneAtATime } from "@/components/ui/one-at-a-time";
import { SignInAgain } from "@/components/ui/sign-in-again";

type Props = {
  /** Fields: importId, most (rows in this request; absent for all), and what the answer before gave as values. Answers with values.left. */
  action: FormAction;
  id: string;
  /** What the form is called. */
  label: string;
  busy: string;
  /** What is done with the rows: "imported". */
  done: string;
  /** Values that the next press goes on with, when a run was stopped or failed on its way. */
  carried?: readonly string[];
  /** What is written on its button; null when there is nothing to press. */
  press: string | null;
  /** It is what comes next: its button stands out. */
  isNext?: boolean;
  /** What else can be pressed. */
  more?: ReactNode;
  children?: ReactNode;
};

const rowsAtOnce = 50;

/** Goes through the rows of a sheet: fifty a request while scripts run, which can be stopped in between; all in one without. */
export function RowsRun({ action, id, label, busy, done, carried = [], children, ...buttons }: Props) {
  const { press, isNext = true, more } = buttons;
  const hasScripts = useHasScripts();
  const guarded = useGuardedAction(action, undefined, notSure(done, "this page"));
  const [state, submit, pending] = useActionState<FormState, FormData>(guarded, null);
  // All of its requests are one act.
  useOneAtATime(pending);
  const [isStopping, setStopping] = useState(false);
  const isStopped = useRef(false);
  const left = state?.ok ? Number(state.values?.left ?? 0) : 0;
  useEffect(() => {
    if (left === 0 || isStopped.current) return;
    const next = new FormData();
    for (const [name, value] of Object.entries(state?.values ?? {})) next.set(name, value);
    next.set("importId", id);
    next.set("most", String(rowsAtOnce));
    startTransition(() => submit(next));
  }, [state, left, id, submit]);
  const stop = (isNow: boolean) => {
    isStopped.current = isNow;
    setStopping(isNow);
  };
  const before = state && (!state.ok || left > 0) ? state.values : undefined;
  return (
    <form
      action={submit}
      aria-label={label}
      aria-busy={pending}
      onSubmit={() => stop(false)}
      className="mb-4 grid gap-2"
    >
      <input type="hidden" name="importId" value={id} />
      {hasScripts ? <input type="hidden" name="most" value={rowsAtOnce} /> : null}
      {carried.map((name) => (
        <input key={name} type="hidden" name={name} value={before?.[name] ?? ""} />
      ))}
      {children}
      <p role="status" className={state && !state.ok ? "font-medium text-warn" : "text-ink-2"}>
        {pending ? (isStopping ? "Stopping…" : busy) : state?.message}
        {state?.isSignedOut && !pending ? (
          <>
            {" "}
            <SignInAgain then="go on here" />
          </>
        ) : null}
      </p>
      <div className="flex flex-wrap gap-2 empty:hidden">
        {press === null ? null : (
          <SubmitButton look={isNext ? "primary" : "plain"} busy={busy}>
            {press}
          </SubmitButton>
        )}
        {more}
        {pending && left > 0 && !isStopping ? <Button onClick={() => stop(true)}>Stop</Button> : null}
      </div>
    </form>
  );
}
