"use client";

import { startTransition, useActionState, useEffect, useRef, useState, type ReactNode } from "react";
import { Button, SubmitButton } from "@/components/ui/button";
import type { FormAction, FormState } from "@/components/ui/form-state";
import { useGuardedAction } from "@/components/ui/guarded-action";
import { useHasScripts } from "@/components/ui/has-scripts";

type Props = {
  /** Fields: importId, most (rows in this request; absent for all), and what the answer before gave as values. Answers with values.left. */
  action: FormAction;
  id: string;
  /** What the form is called. */
  label: string;
  /** The button's words; null where there is nothing to do. */
  button: string | null;
  busy: string;
  children?: ReactNode;
};

const rowsAtOnce = 50;

/** Goes through what became of the rows' sources: some rows a request while scripts run, which can be stopped; all in one without. */
export function SourcesRun({ action, id, label, button, busy, children }: Props) {
  const hasScripts = useHasScripts();
  const [state, submit, pending] = useActionState<FormState, FormData>(useGuardedAction(action), null);
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
      {children}
      <p role="status" className={state && !state.ok ? "font-medium text-warn" : "text-ink-2 empty:hidden"}>
        {pending ? (isStopping ? "Stopping…" : busy) : state?.message}
      </p>
      <div className="flex flex-wrap gap-2 empty:hidden">
        {button ? <SubmitButton busy={busy}>{button}</SubmitButton> : null}
        {pending && left > 0 && !isStopping ? <Button onClick={() => stop(true)}>Stop</Button> : null}
      </div>
    </form>
  );
}
