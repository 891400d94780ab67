"use client";

import { useActionState, useCallback, useEffect, useId, useRef, type RefObject } from "react";
import {
  BesidesId,
  BesidesLine,
  holdSamePress,
  holdUntilAsked,
  useAsksFirst,
} from "@/components/ui/asks-first";
import { SubmitButton } from "@/components/ui/button";
import { noteAnswer, nothingSent } from "@/components/ui/connection";
import { BackFrom } from "@/components/ui/form";
import { lostAnswer, notSure } from "@/components/ui/guarded-action";
import { useHasScripts } from "@/components/ui/has-scripts";
import { useKeeping } from "@/components/ui/kept-here";
import { nameAccount, usePageAccount } from "@/components/ui/page-account";
import { SignInAgain } from "@/components/ui/sign-in-again";
import type { UndoOffer } from "@/components/ui/form-state";
import { useTouched } from "@/components/ui/still-here";
import { noteDone } from "@/components/ui/undo-store";
import { noteSent, useKeptCopy } from "@/components/ui/use-kept-copy";

/** What became of one pasted row. */
export type PasteRowResult = {
  line: number;
  url: string;
  quote: string;
  ok: boolean;
  /** "logged as context", "the words are not on the page". */
  message: string;
};

export type PasteRowsState = {
  rows: PasteRowResult[];
  rest: string;
  message?: string;
  isSignedOut?: boolean;
  /** No answer came: some of the rows may be logged. */
  isUncertain?: boolean;
  undo?: UndoOffer | undefined;
  /** Which scheduled publications it cancelled besides, in words. */
  cancelled?: string;
} | null;
/** Rows that failed come back in `rest`, so that they can be put right and sent again. */
export type PasteRowsAction = (state: PasteRowsState, form: FormData) => Promise<PasteRowsState>;

/** The action as it is until scripts run; afterwards one that gives the rows back when the desk does not answer. */
function useRowsKept(action: PasteRowsAction): PasteRowsAction {
  const account = usePageAccount();
  const hasScripts = useHasScripts();
  const guarded = useCallback<PasteRowsAction>(
    async (state, form) => {
      nameAccount(form, account.current);
      const rest = String(form.get("rows") ?? "");
      if (!navigator.onLine) return { rows: [], rest, message: `${nothingSent} The rows are still here.` };
      try {
        const answer = await action(state, form);
        noteAnswer(true);
        if (answer?.rows.some(({ ok }) => ok)) noteDone({ ...(answer.undo ? { undo: answer.undo } : {}) });
        return answer;
      } catch (error) {
        const unanswered = `${notSure("logged", "the claim")} The rows are still here.`;
        const { message, isRenewed } = lostAnswer(error, unanswered);
        return { rows: [], rest, message, isUncertain: !isRenewed };
      }
    },
    [action, account],
  );
  return hasScripts ? guarded : action;
}

/** Keeps the rows in this browser until they are logged: what was refused of them stays, in the form and in the copy. */
function useRowsInBrowser(form: RefObject<HTMLFormElement | null>, claimId: string, state: PasteRowsState) {
  // Before words are put back, which touches the form too.
  useTouched(form);
  const { backFrom, throwAway, forget } = useKeptCopy(form, `rows:${claimId}`);
  useKeeping(form, "keeps");
  useEffect(() => {
    const element = form.current;
    if (!element || !state || state.isUncertain) return;
    forget();
    delete element.dataset.touched;
    // What came back is still to be sent.
    if (state.rest !== "")
      element.querySelector("textarea")?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [form, state, forget]);
  return { backFrom, throwAway };
}

/** Rows from a spreadsheet: address, quote, note. Each row is answered for itself. */
export function PasteRowsForm({ claimId, action }: { claimId: string; action: PasteRowsAction }) {
  const [state, submit, pending] = useActionState<PasteRowsState, FormData>(useRowsKept(action), null);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const { backFrom, throwAway } = useRowsInBrowser(form, claimId, state);
  const asks = useAsksFirst();
  const besidesId = `${id}-besides`;
  return (
    <form
      ref={form}
      action={submit}
      onSubmitCapture={(event) => holdUntilAsked(event, asks)}
      onSubmit={(event) => navigator.onLine && noteSent(event.currentTarget)}
      onKeyDownCapture={(event) => holdSamePress(event, asks)}
      onClickCapture={(event) => holdSamePress(event, asks)}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || asks.leave()}
      aria-busy={pending}
      className="grid gap-3"
      aria-label="Paste rows of evidence"
    >
      <input type="hidden" name="claimId" value={claimId} />
      {state ? <RowResults state={state} /> : null}
      {backFrom ? <BackFrom {...backFrom} throwAway={throwAway} /> : null}
      <div>
        <label htmlFor={id} className="mb-1 block font-medium">
          Rows
        </label>
        <p id={`${id}-hint`} className="mb-1 text-sm text-ink-3">
          One row a line: address, tab, quote, tab, note. Copy them from a spreadsheet. They are logged as
          context until you say more.
        </p>
        <textarea
          id={id}
          name="rows"
          rows={5}
          required
          defaultValue={state?.rest ?? ""}
          aria-describedby={`${id}-hint`}
          className="control"
        />
      </div>
      <div>
        <BesidesId value={asks.besides === null ? undefined : besidesId}>
          <SubmitButton look="plain" busy="Looking for the words…">
            Log the rows
          </SubmitButton>
        </BesidesId>
      </div>
      <BesidesLine id={besidesId} asks={asks} />
    </form>
  );
}

function outcomeWords(logged: number, failed: number): string {
  const are = (count: number) => (count === 1 ? "is" : "are");
  if (failed === 0) return logged === 1 ? "The row is logged." : `All ${logged} rows are logged.`;
  const left = failed === 1 ? "it is still below" : "those are still below";
  return `${logged} ${logged === 1 ? "row" : "rows"} ${are(logged)} logged, ${failed} ${are(failed)} not; ${left}.`;
}

function RowResults({ state }: { state: NonNullable<PasteRowsState> }) {
  const failed = state.rows.filter((row) => !row.ok).length;
  return (
    <div>
      <p role="status" className="font-medium">
        {state.message ?? outcomeWords(state.rows.length - failed, failed)}
        {state.isSignedOut ? (
          <>
            {" "}
            <SignInAgain />
          </>
        ) : null}
        {state.cancelled ? <span className="block font-normal">{state.cancelled}</span> : null}
      </p>
      <div className="overflow-x-auto">
        <table className="mt-2 w-full text-left text-sm">
          <thead>
            <tr className="border-b">
              <th scope="col" className="py-1 pr-2 font-medium">
                Line
              </th>
              <th scope="col" className="py-1 pr-2 font-medium">
                Quote
              </th>
              <th scope="col" className="py-1 font-medium">
                Result
              </th>
            </tr>
          </thead>
          <tbody>
            {state.rows.map((row) => (
              <tr key={row.line} className="border-b align-top">
                <td className="py-1 pr-2">{row.line}</td>
                <td className="max-w-48 truncate py-1 pr-2 font-serif" title={row.url}>
                  {row.quote}
                </td>
                <td className={row.ok ? "py-1" : "py-1 text-warn"}>{row.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
