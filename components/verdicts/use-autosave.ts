"use client";

import { unstable_rethrow } from "next/navigation";
import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import type { FormAction, FormState } from "@/components/ui/form-state";

/** A pause in typing after which the draft is saved. */
const pauseMs = 1_500;

export type SaveState = { status: "idle" | "waiting" | "saving" | "saved" | "failed"; answer: FormState };

/**
 * Saves the form after a pause in typing and when the page is left. One save at a time; the version in the form's
 * `version` field moves on with each answer. A conflict stops saving until the person has chosen.
 */
export function useAutosave(form: RefObject<HTMLElement | null>, save: FormAction | undefined) {
  const [state, setState] = useState<SaveState>({ status: "idle", answer: null });
  const work = useRef({ timer: 0, isSaving: false, isDirty: false, isStopped: false });

  const run = useCallback(async () => {
    const element = formOf(form.current);
    const now = work.current;
    if (!element || !save || now.isSaving || !now.isDirty || now.isStopped) return;
    now.isSaving = true;
    now.isDirty = false;
    setState((before) => ({ ...before, status: "saving" }));
    const answer = await send(save, new FormData(element));
    now.isSaving = false;
    now.isStopped = Boolean(answer?.conflict);
    setVersion(element, answer);
    const isOk = !answer || answer.ok;
    if (!isOk) now.isDirty = true;
    setState({ status: isOk ? "saved" : "failed", answer });
    if (isOk && now.isDirty) now.timer = window.setTimeout(() => void run(), pauseMs);
  }, [form, save]);

  useEffect(() => {
    const element = formOf(form.current);
    const now = work.current;
    if (!element || !save) return;
    function onInput() {
      now.isDirty = true;
      window.clearTimeout(now.timer);
      now.timer = window.setTimeout(() => void run(), pauseMs);
      if (!now.isSaving && !now.isStopped) setState((before) => ({ ...before, status: "waiting" }));
    }
    function onLeave() {
      if (document.visibilityState === "hidden") void run();
    }
    element.addEventListener("input", onInput);
    document.addEventListener("visibilitychange", onLeave);
    return () => {
      window.clearTimeout(now.timer);
      element.removeEventListener("input", onInput);
      document.removeEventListener("visibilitychange", onLeave);
    };
  }, [form, save, run]);

  /** Go on saving after a conflict, over the version that the answer named. */
  const resume = useCallback(() => {
    work.current.isStopped = false;
    work.current.isDirty = true;
    void run();
  }, [run]);

  return { ...state, resume };
}

function formOf(element: HTMLElement | null): HTMLFormElement | null {
  return element?.closest("form") ?? null;
}

async function send(save: FormAction, data: FormData): Promise<FormState> {
  try {
    return await save(null, data);
  } catch (error) {
    unstable_rethrow(error);
    return {
      ok: false,
      message: "The desk did not answer. What you wrote is still here; it will be tried again.",
    };
  }
}

function setVersion(form: HTMLFormElement, answer: FormState) {
  const version = answer?.values?.version;
  const input = form.elements.namedItem("version");
  if (version && input instanceof HTMLInputElement) input.value = version;
}
