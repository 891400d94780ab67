"use client";

import { unstable_rethrow } from "next/navigation";
import { useMemo, useSyncExternalStore } from "react";
import type { FormAction, FormState } from "./form-state";

/** What a form may carry; the server stops reading a little later, and could not say why. */
const mostBytes = 11 * 1024 * 1024;

const never = () => () => {};

/**
 * The action for a form: as it is until scripts run, so that the plain form works; afterwards one that never throws
 * away what was typed when the server cannot be reached or would not read that much.
 */
export function useGuardedAction(action: FormAction): FormAction {
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const guarded = useMemo(() => guard(action), [action]);
  return hasScripts ? guarded : action;
}

function guard(action: FormAction): FormAction {
  return async (state, form) => {
    if (sizeOf(form) > mostBytes) {
      return failed(form, "This is too large to send: 10 MB at most. Nothing was saved.");
    }
    try {
      return await action(state, form);
    } catch (error) {
      unstable_rethrow(error);
      return failed(form, "The desk did not answer, so nothing was saved. Send it again in a moment.");
    }
  };
}

function failed(form: FormData, message: string): FormState {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string" && !/^\$|password|code$/i.test(name)) values[name] = value;
  }
  return { ok: false, message, values };
}

function sizeOf(form: FormData): number {
  let bytes = 0;
  for (const [, value] of form) bytes += new Blob([value]).size;
  return bytes;
}
