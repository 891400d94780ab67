"use client";

import { useLayoutEffect, useState, type RefObject } from "react";
import type { FormState } from "./form-state";

/** Whether a form that came to nothing is longer than the window: why is said at its head, and its button is at its foot. */
export function useIsLong(form: RefObject<HTMLFormElement | null>, answer: FormState): boolean {
  const [isLong, setLong] = useState(false);
  const isRefused = answer?.ok === false;
  useLayoutEffect(() => {
    setLong(isRefused && (form.current?.offsetHeight ?? 0) > window.innerHeight);
  }, [form, isRefused]);
  return isLong;
}

/** From the answer at the head of a long form to its button. */
export function ToTheFoot({ id }: { id: string }) {
  return (
    <p className="mt-1">
      <a href={`#${id}-foot`}>Down to the button</a>
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
