"use client";

import { useLayoutEffect, useState, type RefObject } from "react";
import type { FormState } from "./form-state";

/**
 * Of a form that came to nothing and is longer than what is seen of the page, what its last button says: why is said at its
 * head, and that button is at its foot. Null for any other form. A banner over the page takes its height from what is seen.
 */
export function useFootOfLong(form: RefObject<HTMLFormElement | null>, answer: FormState): string | null {
  const [foot, setFoot] = useState<string | null>(null);
  const isRefused = answer?.ok === false;
  useLayoutEffect(() => {
    const element = form.current;
    const seen = window.innerHeight - (document.querySelector<HTMLElement>(".connection")?.offsetHeight ?? 0);
    const isLong = isRefused && element !== null && element.offsetHeight > seen;
    const button = isLong
      ? [...element.querySelectorAll<HTMLElement>("button[type=submit]")].at(-1)
      : undefined;
    setFoot(button ? wordsSeenOf(button).trim() || null : null);
  }, [form, isRefused]);
  return foot;
}

/** A button may hold words for several ways, of which one is shown; where nothing is laid out, all it holds. */
function wordsSeenOf(button: HTMLElement): string {
  return "innerText" in button ? button.innerText : (button as Element).textContent;
}

/** From the answer at the head of a long form to its button. */
export function ToTheFoot({ id, button }: { id: string; button: string }) {
  return (
    <p className="mt-1">
      <a href={`#${id}-foot`}>Down to “{button}”</a>
    </p>
  );
}

/** Beside the button of a long form: that it did not go through, and the way up to why. */
export function FootOfLongForm({ id }: { id: string }) {
  return (
    <p id={`${id}-foot`} tabIndex={-1} className="scroll-mt-[50dvh] text-sm outline-none">
      <span className="font-semibold text-warn">It did not go through.</span>{" "}
      <a href={`#${id}-answer`}>See why</a>
    </p>
  );
}
