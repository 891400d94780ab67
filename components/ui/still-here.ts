"use client";

import { useEffect, useLayoutEffect, useState, type RefObject } from "react";
import type { FormState } from "./form-state";

const typedHere = "What you typed is still here.";

type Touched = "typed" | "chosen" | "file" | "secret";

/** Notes on the form, or on what stands for one, what was done in it since it was sent last, by the person or by what was put back for them. */
export function useTouched(form: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = form.current;
    const note = ({ target }: Event) => {
      if (!element) return;
      const before = element.dataset.touched?.split(" ") ?? [];
      element.dataset.touched = [...new Set([...before, touchOf(target)])].join(" ");
    };
    element?.addEventListener("input", note);
    return () => element?.removeEventListener("input", note);
  }, [form]);
}

/** What kind of thing is done in that part of a form. */
function touchOf(target: EventTarget | null): Touched {
  if (target instanceof HTMLTextAreaElement) return "typed";
  if (target instanceof HTMLInputElement) {
    if (target.type === "file") return "file";
    // Asked for anew, whatever else stands there.
    if (target.type === "password") return "secret";
    return /^(?:checkbox|radio|range|color)$/.test(target.type) ? "chosen" : "typed";
  }
  return target instanceof HTMLElement && target.isContentEditable ? "typed" : "chosen";
}

/**
 * After a refusal, what of the form is still there and what has to be given again, in a sentence; empty when there was
 * nothing in it. A form is emptied of its files with every answer, and files cannot be put back.
 */
function stillHere(form: HTMLFormElement): string {
  const touched = new Set(form.dataset.touched?.split(" "));
  const files = [...form.querySelectorAll<HTMLInputElement>("input[type=file]")];
  const isFileHere = files.some((field) => field.files?.length);
  const again = touched.has("file") && files.length > 0 && !isFileHere ? "choose the file again" : "";
  const isTyped =
    touched.has("typed") &&
    [...form.elements].some(
      (control) =>
        (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) &&
        control.type !== "hidden" &&
        touchOf(control) === "typed" &&
        control.value.trim() !== "",
    );
  const isChosen = touched.has("chosen") || (touched.has("file") && isFileHere);
  const kept = isTyped ? typedHere : isChosen ? "What you chose is still here." : "";
  if (!again) return kept;
  return kept ? `${kept.slice(0, -1)}; ${again}.` : "Choose the file again.";
}

/** What the answer in `box` says of what stands in its form; of a page that came without scripts as much as can be known. */
export function useStillHere(box: RefObject<HTMLElement | null>, state: FormState): string {
  const [first] = useState(state);
  const [words, setWords] = useState(state ? typedHere : "");
  useLayoutEffect(() => {
    const form = box.current?.closest("form");
    if (form && state !== first) setWords(stillHere(form));
  }, [box, state, first]);
  return words;
}
