"use client";

import { useCallback, useLayoutEffect, useRef, useState, type FormEvent, type RefObject } from "react";
import type { FormState } from "./form-state";

/** Below its button, so that fields and buttons of the forms beside it stay in line. */
const hostClass =
  "answer-place col-span-full w-full basis-full [&:not(:empty)]:my-3 empty:hidden [form.grid>&]:my-0!";

const fields = "input:not([type=hidden]), select, textarea, [contenteditable=true]";
const parts = "form, fieldset, details, li, dd, td, th";

/**
 * The line that a button stands in: the button with what stands around it in its part of the form, as long as there is
 * nothing there in which something is given.
 */
function rowOf(button: HTMLElement): HTMLElement {
  let row = button;
  for (let around = row.parentElement; around; around = row.parentElement) {
    if (around.matches(parts) || around.querySelector(fields)) return row;
    row = around;
  }
  return row;
}

function firstButton(form: HTMLFormElement): HTMLElement | null {
  return form.querySelector<HTMLElement>("button[type=submit], button:not([type])");
}

/** Puts what is said of a form below the line of the button that was pressed; above it where something is to be chosen first. */
function putBeside(host: HTMLElement, form: HTMLFormElement, pressed: HTMLElement | null, answer: FormState) {
  const button = pressed && form.contains(pressed) ? pressed : firstButton(form);
  if (!button) return form.append(host);
  const row = rowOf(button);
  // What stays at the foot of the window would lie over what comes after it.
  const isAbove = Boolean(answer?.conflict) || getComputedStyle(row).position === "sticky";
  const neighbour = isAbove ? row.previousSibling : row.nextSibling;
  if (neighbour === host) return;
  if (isAbove) row.before(host);
  else row.after(host);
}

/**
 * Where a form says what came of it: by the button that was pressed for it, so that both are in sight together. `note` is
 * called with each sending of the form; `place` is null until then, and where no scripts run.
 */
export function useAnswerPlace(form: RefObject<HTMLFormElement | null>, answer: FormState) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const pressed = useRef<HTMLElement | null>(null);
  const note = useCallback(
    ({ currentTarget, nativeEvent }: FormEvent<HTMLFormElement>) => {
      const host = place ?? document.createElement("div");
      host.className = hostClass;
      pressed.current = (nativeEvent as SubmitEvent).submitter;
      // Now, and not with the answer: whoever shows it finds its form around it.
      putBeside(host, currentTarget, pressed.current, answer);
      setPlace(host);
    },
    [place, answer],
  );
  useLayoutEffect(() => {
    // What the button stood in may be another since, and what is said may ask for a choice.
    if (place && form.current) putBeside(place, form.current, pressed.current, answer);
  }, [place, form, answer]);
  return { place, note };
}
