"use client";

import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { noteAnswer } from "@/components/ui/connection";
import type { FormAction, FormState } from "@/components/ui/form-state";
import { lostAnswer } from "@/components/ui/guarded-action";
import { accountOfPage, nameAccount } from "@/components/ui/page-account";
import { noteDone, undoOffer } from "@/components/ui/undo-store";
import { noteSafe, noteSent } from "@/components/ui/use-kept-copy";
import { saveKeyField } from "@/lib/core/save-key-field";

/** A pause in typing after which the draft is saved. */
const pauseMs = 1_000;
/** Whoever types on without a pause is saved all the same. */
const mostMs = 2_000;
/** What could not be sent is tried again so much later, each time twice as late; and when network or person is back. */
const againMs = { first: 5_000, most: 60_000 };

/** Where it is shown why the draft is not saved. */
export const notSavedId = "not-saved";

type Work = {
  timer: number;
  since: number;
  isSaving: boolean;
  isDirty: boolean;
  /**
   * Why nothing is saved any more: a conflict that is shown here, one that the form itself shows, or a desk that was renewed
   * since and knows this page's saves no more.
   */
  stoppedBy: "conflict" | "form" | "renewed" | null;
  /** Another page of the desk is shown by now. */
  isGone: boolean;
  account: string | null;
  /** What was sent without an answer: it may be saved, and goes again with its key before anything newer. */
  unsure: FormData | null;
  /** How often in a row it could not be sent. */
  tries: number;
  /** What was offered to be taken back when the last words were typed: once they are saved, it is an older act. */
  olderOffer: ReturnType<typeof undoOffer>;
  /** The version to save over once the person has chosen. */
  theirs: string | undefined;
  /** The form was sent by hand, and leads on once its words are saved. */
  sendNext: (() => void) | undefined;
  /** It leads on now. */
  isLeading: boolean;
  /** The person was told that saving by hand takes it from an editor, or cancels what one signed, which this page did not know of. */
  isWarned: boolean;
};

const nothingYet: Work = {
  ...{ timer: 0, since: 0, isSaving: false, isDirty: false, stoppedBy: null },
  ...{ isGone: false, account: null, unsure: null, tries: 0, olderOffer: null },
  ...{ theirs: undefined, sendNext: undefined, isLeading: false, isWarned: false },
};

/** `isAsked`: the form was sent by hand, and its words are on the way. `answer` is that of the last save that ended. */
export type SaveState = {
  status: "idle" | "waiting" | "saving" | "saved" | "failed";
  answer: FormState;
  isAsked: boolean;
};

/**
 * Saves the form after a pause in typing, every two seconds of typing without one, and when the page is left. One save at
 * a time; the version in the form's `version` field moves on with each save. A conflict stops saving until the person has
 * chosen, and the version is theirs only then: words put back after a crash are still a conflict. Without a network nothing
 * is sent, and all is saved once there is one. When the desk does not
 * answer, or the session has ended, it is tried again until it does, later each time; a desk that was renewed is asked again
 * by hand only. A form that is sent by hand is saved here first, and sent once it is: what it would be refused for is met in
 * one place; over a conflict that is shown here it is not sent, but led to; and where that takes it from an editor for whom it
 * was called ready since the page was opened, the first press is told so and the second does it. `isHeld`: the form itself shows a conflict, and
 * nothing is saved before it is sent again.
 */
export function useAutosave(
  form: RefObject<HTMLElement | null>,
  save: FormAction | undefined,
  isHeld = false,
) {
  const [state, setState] = useState<SaveState>({ status: "idle", answer: null, isAsked: false });
  const work = useRef<Work>({ ...nothingYet });

  const run = useCallback(
    async (element: HTMLFormElement) => {
      const now = work.current;
      if (!save || now.isSaving || !now.isDirty || now.stoppedBy) return;
      window.clearTimeout(now.timer);
      if (!navigator.onLine) return setState(heldBack(now));
      now.isSaving = true;
      now.isDirty = now.unsure !== null;
      now.since = 0;
      setState(underWay);
      const answer = await send(save, (now.unsure ??= formToSend(element, now.account)), now);
      now.isSaving = false;
      const { isOk, isRefused, isConflict, leadsOn } = outcomeOf(answer, now);
      if (isConflict) now.stoppedBy = "conflict";
      now.theirs = isConflict ? answer?.values?.version : undefined;
      const hasMore = now.isDirty;
      if (isOk) noteSaved(element, now, answer?.values?.version);
      now.isDirty ||= !isOk;
      const { sendNext } = now;
      // Typed or sent meanwhile: it leads on with all of it.
      if (sendNext && isOk && hasMore) return run(element);
      setState({ status: isOk ? "saved" : "failed", answer, isAsked: false });
      now.sendNext = undefined;
      // What is refused for its words is refused once more, beside each field.
      if (sendNext && leadsOn) return sendNext();
      // What the server refuses for its words waits for other words; all else is tried again.
      const wait = isOk ? pauseMs : isRefused ? 0 : againAfter(now.tries);
      now.tries = isOk ? 0 : now.tries + 1;
      if (now.isDirty && !now.stoppedBy && !now.isGone && (wait || hasMore))
        now.timer = window.setTimeout(() => void run(element), wait || pauseMs);
    },
    [save],
  );

  useEffect(() => {
    const element = formOf(form.current);
    if (!element || !save) return;
    const now = work.current;
    now.account = accountOfPage();
    now.isGone = false;
    const stop = watch(element, now, run, (news) => setState((before) => ({ ...before, ...news })));
    return () => {
      stop();
      // What was typed in the last second goes now; should it fail, this browser has kept it for when the page comes back.
      now.isGone = true;
      void run(element);
    };
  }, [form, save, run]);

  useEffect(() => void (work.current.stoppedBy ??= isHeld ? "form" : null), [isHeld]);

  /** Go on saving after a conflict, over the version that the answer named. */
  const resume = useCallback(() => {
    const element = formOf(form.current);
    if (!element) return;
    saveOver(element, work.current);
    work.current.isDirty = true;
    void run(element);
  }, [form, run]);

  return { ...state, resume };
}

/** The desk has what was sent, and with it all there is, unless more was written meanwhile. */
function noteSaved(element: HTMLFormElement, now: Work, version: string | undefined): void {
  setVersion(element, version);
  if (!now.isDirty) noteSafe(element);
  if (now.olderOffer && now.olderOffer === undoOffer()) noteDone();
}

/** Of two versions that say the same nobody has to choose. */
function outcomeOf(answer: FormState, now: Work) {
  const isOk = !answer || answer.ok || answer.conflict?.length === 0;
  const isRefused = !isOk && Boolean(answer.issues?.length);
  const wasWarned = now.isWarned;
  now.isWarned = needsHand(answer);
  return {
    isOk,
    isRefused,
    leadsOn: isOk || (isRefused && (wasWarned || !now.isWarned)),
    isConflict: !isOk && Boolean(answer.conflict),
  };
}

/** Nothing is saved by itself over what was called ready, or signed for later, since this page was opened. */
const needsHand = (answer: FormState): boolean =>
  answer?.ok === false && (answer.issues ?? []).some(({ code }) => code === "ready" || code === "scheduled");

/** That there was no network is over then; what the desk said stands until it says something else. */
function underWay({ answer, ...before }: SaveState): SaveState {
  return { ...before, status: "saving", answer: answer?.isUnsent ? null : answer };
}

/** Without a network nobody is asked, so nothing is uncertain; once there is one it is saved, and leads nowhere by then. */
function heldBack(now: Work): SaveState {
  now.sendNext = undefined;
  return { status: "failed", answer: { ok: false, isUnsent: true }, isAsked: false };
}

function againAfter(tries: number): number {
  return Math.min(againMs.first * 2 ** tries, againMs.most);
}

/** Whoever goes on after a conflict has seen both versions. */
function saveOver(element: HTMLFormElement, now: Work): void {
  setVersion(element, now.theirs);
  now.theirs = undefined;
  now.stoppedBy = null;
}

/** The form as it is, under a key: sent again after a lost answer it is saved once, and is nobody else's newer version. */
function formToSend(element: HTMLFormElement, account: string | null): FormData {
  noteSent(element);
  const data = new FormData(element);
  nameAccount(data, account);
  data.set(saveKeyField, newSaveKey());
  return data;
}

/** Also where the desk is reached without TLS, which has no `randomUUID`. */
const newSaveKey = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), String).join("-");

/** Saves after each pause in typing, on leaving, on coming back and once the network is back; returns what ends it. */
function watch(
  element: HTMLFormElement,
  now: Work,
  run: (element: HTMLFormElement) => Promise<void>,
  say: (news: Partial<SaveState>) => void,
): () => void {
  function onInput() {
    now.isDirty = true;
    now.olderOffer = undoOffer();
    now.since ||= Date.now();
    window.clearTimeout(now.timer);
    const left = Math.max(0, now.since + mostMs - Date.now());
    now.timer = window.setTimeout(() => void run(element), Math.min(pauseMs, left));
    if (!now.isSaving && !now.stoppedBy) say({ status: "waiting" });
  }
  function onSubmit(event: SubmitEvent) {
    if (now.isLeading) return;
    event.preventDefault();
    event.stopPropagation();
    if (now.stoppedBy === "conflict") return settleByKey(element, now, run);
    now.stoppedBy = null;
    now.isDirty = true;
    now.sendNext = () => {
      now.isLeading = true;
      element.requestSubmit(event.submitter);
      now.isLeading = false;
    };
    say({ isAsked: true });
    void run(element);
  }
  const onNow = () => void run(element);
  element.addEventListener("input", onInput);
  element.addEventListener("submit", onSubmit);
  // Left, or come back to: perhaps after signing in again in another tab.
  document.addEventListener("visibilitychange", onNow);
  window.addEventListener("focus", onNow);
  window.addEventListener("online", onNow);
  return () => {
    window.clearTimeout(now.timer);
    element.removeEventListener("input", onInput);
    element.removeEventListener("submit", onSubmit);
    document.removeEventListener("visibilitychange", onNow);
    window.removeEventListener("focus", onNow);
    window.removeEventListener("online", onNow);
  };
}

/** Sent by a key over a conflict: on something between the two versions it saves what is chosen there; from elsewhere it leads to them, however often it is pressed. */
function settleByKey(
  element: HTMLFormElement,
  now: Work,
  run: (element: HTMLFormElement) => Promise<void>,
): void {
  const versions = document.getElementById(notSavedId);
  const { activeElement } = document;
  if (activeElement === versions || !versions?.contains(activeElement)) return versions?.focus();
  saveOver(element, now);
  now.isDirty = true;
  void run(element);
}

function formOf(element: HTMLElement | null): HTMLFormElement | null {
  return element?.closest("form") ?? null;
}

async function send(save: FormAction, data: FormData, now: Work): Promise<FormState> {
  try {
    const answer = await save(null, data);
    noteAnswer(true);
    now.unsure = null;
    return answer;
  } catch (error) {
    const lost = lostAnswer(
      error,
      "Whether your last words are saved is not certain: they are still here, and are sent again by themselves.",
    );
    if (lost.isRenewed) now.stoppedBy = "renewed";
    return { ok: false, message: lost.message };
  }
}

function setVersion(form: HTMLFormElement, version: string | undefined) {
  const input = form.elements.namedItem("version");
  if (version && input instanceof HTMLInputElement) input.value = version;
}
