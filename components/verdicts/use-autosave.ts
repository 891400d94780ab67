"use client";

import { unstable_rethrow } from "next/navigation";
import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { noteAnswer } from "@/components/ui/connection";
import type { FormAction, FormState } from "@/components/ui/form-state";
import { dropKept } from "@/components/ui/use-kept-copy";

/** A pause in typing after which the draft is saved. */
const pauseMs = 1_000;
/** Whoever types on without a pause is saved all the same. */
const mostMs = 2_000;
/** What could not be sent is tried again this much later, or when the network is back. */
const againMs = 5_000;

type Work = {
  timer: number;
  since: number;
  isSaving: boolean;
  isDirty: boolean;
  isStopped: boolean;
  /** The form was sent by hand meanwhile, and goes when this save is over. */
  sendNext?: (() => void) | undefined;
};

export type SaveState = { status: "idle" | "waiting" | "saving" | "saved" | "failed"; answer: FormState };

/**
 * Saves the form after a pause in typing, every two seconds of typing without one, and when the page is left. One save at
 * a time; the version in the form's `version` field moves on with each answer. A conflict stops saving until the person has
 * chosen; when the desk does not answer, or the session has ended, it is tried again until it does.
 */
export function useAutosave(form: RefObject<HTMLElement | null>, save: FormAction | undefined) {
  const [state, setState] = useState<SaveState>({ status: "idle", answer: null });
  const work = useRef<Work>({ timer: 0, since: 0, isSaving: false, isDirty: false, isStopped: false });

  const run = useCallback(async () => {
    const element = formOf(form.current);
    const now = work.current;
    if (!element || !save || now.isSaving || !now.isDirty || now.isStopped) return;
    window.clearTimeout(now.timer);
    now.isSaving = true;
    now.isDirty = false;
    now.since = 0;
    setState((before) => ({ ...before, status: "saving" }));
    const answer = await send(save, new FormData(element));
    now.isSaving = false;
    now.isStopped = Boolean(answer?.conflict);
    setVersion(element, answer);
    const isOk = !answer || answer.ok;
    const hasMore = now.isDirty;
    now.isDirty ||= !isOk;
    if (isOk && !hasMore) dropKept(element.dataset.kept);
    setState({ status: isOk ? "saved" : "failed", answer });
    const { sendNext } = now;
    now.sendNext = undefined;
    if (sendNext && !now.isStopped) return sendNext();
    // What the server refuses for its words waits for other words; all else is tried again.
    const wait = isOk ? pauseMs : answer.issues?.length ? 0 : againMs;
    if (now.isDirty && !now.isStopped && (wait || hasMore))
      now.timer = window.setTimeout(() => void run(), wait || pauseMs);
  }, [form, save]);

  useEffect(() => {
    const element = formOf(form.current);
    if (!element || !save) return;
    return watch(element, work.current, run, () => setState((before) => ({ ...before, status: "waiting" })));
  }, [form, save, run]);

  /** Go on saving after a conflict, over the version that the answer named. */
  const resume = useCallback(() => {
    work.current.isStopped = false;
    work.current.isDirty = true;
    void run();
  }, [run]);

  return { ...state, resume };
}

/** Saves after each pause in typing, on leaving and once the network is back; returns what ends it. */
function watch(
  element: HTMLFormElement,
  now: Work,
  run: () => Promise<void>,
  sayWaiting: () => void,
): () => void {
  function onInput() {
    now.isDirty = true;
    now.since ||= Date.now();
    window.clearTimeout(now.timer);
    const left = Math.max(0, now.since + mostMs - Date.now());
    now.timer = window.setTimeout(() => void run(), Math.min(pauseMs, left));
    if (!now.isSaving && !now.isStopped) sayWaiting();
  }
  // Two saves at once of one person would be taken for two people's: the one on its way is over first.
  function onSubmit(event: SubmitEvent) {
    window.clearTimeout(now.timer);
    now.isDirty = false;
    if (!now.isSaving) return;
    event.preventDefault();
    event.stopPropagation();
    now.sendNext = () => element.requestSubmit(event.submitter);
  }
  function onLeave() {
    if (document.visibilityState === "hidden") void run();
  }
  const onOnline = () => void run();
  element.addEventListener("input", onInput);
  element.addEventListener("submit", onSubmit);
  document.addEventListener("visibilitychange", onLeave);
  window.addEventListener("online", onOnline);
  return () => {
    window.clearTimeout(now.timer);
    element.removeEventListener("input", onInput);
    element.removeEventListener("submit", onSubmit);
    document.removeEventListener("visibilitychange", onLeave);
    window.removeEventListener("online", onOnline);
  };
}

function formOf(element: HTMLElement | null): HTMLFormElement | null {
  return element?.closest("form") ?? null;
}

async function send(save: FormAction, data: FormData): Promise<FormState> {
  try {
    const answer = await save(null, data);
    noteAnswer(true);
    return answer;
  } catch (error) {
    unstable_rethrow(error);
    noteAnswer(false);
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
