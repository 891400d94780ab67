"use client";

import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { useMemo } from "react";
import { typedValues } from "@/lib/core/typed-values";
import { noteAnswer, nothingSent } from "./connection";
import type { FormAction, FormState } from "./form-state";
import { useHasScripts } from "./has-scripts";
import { nameAccount, usePageAccount } from "./page-account";
import { noteActStarted, noteDone } from "./undo-store";

/** What a form may carry; the server stops reading a little later, and could not say why. */
const mostBytes = 11 * 1024 * 1024;

type OnSent = (answer: FormState, form: FormData) => void;

/**
 * The action for a form: as it is until scripts run, so that the plain form works; afterwards one that never throws
 * away what was typed when the server cannot be reached or would not read that much. `onSent` is called once it is done,
 * with the answer, if there is one; `unanswered` says what is known when no answer came (`notSure`).
 */
export function useGuardedAction(
  action: FormAction,
  onSent?: OnSent,
  unanswered: string = notSure(),
): FormAction {
  const hasScripts = useHasScripts();
  const account = usePageAccount();
  const guarded = useMemo(() => {
    const guardedAction = guard(action, onSent, unanswered);
    return (state: FormState, form: FormData) => {
      nameAccount(form, account.current);
      return guardedAction(state, form);
    };
  }, [action, onSent, unanswered, account]);
  return hasScripts ? guarded : action;
}

/** Whether an error is the framework's way to say "done, go there"; the sign-in page is no place for what is done. */
function isDone(error: unknown): boolean {
  const digest = (error as { digest?: unknown } | null)?.digest;
  return typeof digest === "string" && digest.startsWith("NEXT_REDIRECT") && !digest.includes(";/sign-in");
}

/**
 * What is certain when the desk did not answer, which may have done it: `done` is what was to be done ("published"),
 * `shownAt` where that is seen ("the claim").
 */
export function notSure(done = "saved", shownAt?: string): string {
  const look = shownAt ? `open ${shownAt} in another tab and look` : "look in another tab";
  return `Whether this was ${done} is not certain: ${look} before you send it again.`;
}

/**
 * What to say of an action that threw instead of answering, with the connection noted; the framework's own errors go on.
 * `unanswered` says what is known when no answer came. `isRenewed`: this page is of another build than the server, so
 * nothing was done, and sending it again would not help; `thenDo` says what does.
 */
export function lostAnswer(
  error: unknown,
  unanswered: string,
  thenDo = "What you wrote is still here: copy it, then load the page again.",
): { message: string; isRenewed: boolean } {
  unstable_rethrow(error);
  const isRenewed = unstable_isUnrecognizedActionError(error);
  // A desk that does not know the action did answer.
  noteAnswer(isRenewed);
  const message = isRenewed
    ? `The desk was renewed since this page was opened, so nothing was saved. ${thenDo}`
    : `The desk did not answer. ${unanswered}`;
  return { message, isRenewed };
}

function guard(action: FormAction, onSent: OnSent | undefined, unanswered: string): FormAction {
  return async (state, form) => {
    const end = noteActStarted();
    let isOffered = false;
    try {
      const answer = await send(state, form);
      isOffered = Boolean(answer?.ok && answer.undo);
      return answer;
    } finally {
      end(isOffered);
    }
  };

  async function send(state: FormState, form: FormData): Promise<FormState> {
    if (sizeOf(form) > mostBytes) {
      return failed(form, "This is too large to send: 10 MB at most. Nothing was sent.");
    }
    if (!navigator.onLine) return { ...failed(form, nothingSent), isUnsent: true };
    try {
      const answer = await action(state, form);
      noteAnswer(true);
      // Here, not in an effect: what was removed takes its form with it.
      if (!answer || answer.ok) noteDone(answer);
      if (!answer || answer.ok) onSent?.(answer, form);
      return answer;
    } catch (error) {
      if (isDone(error)) {
        noteDone();
        onSent?.(null, form);
      }
      return failed(form, lostAnswer(error, unanswered).message);
    }
  }
}

function failed(form: FormData, message: string): NonNullable<FormState> {
  return { ok: false, message, values: typedValues(form) };
}

function sizeOf(form: FormData): number {
  let bytes = 0;
  for (const [, value] of form) bytes += new Blob([value]).size;
  return bytes;
}
