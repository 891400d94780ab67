"use client";

import { useCallback, useEffect, useRef } from "react";
import type { FormState } from "./form-state";
import { sayForGoneForm } from "./undo-store";

const here = () => location.pathname + location.search;

/**
 * For a form that its own act may take off the page, or that leads elsewhere: what it would say of what it cancelled is then
 * said where it stays. What is called with the answer notes it. Whoever leaves the page by themselves has read it there.
 */
export function useOutlived(): (answer: FormState) => void {
  const answered = useRef<{ answer: FormState; at: string } | null>(null);
  useEffect(
    () => () => {
      if (!answered.current) return;
      const { answer, at } = answered.current;
      if (answer?.goTo || at === here()) sayForGoneForm(answer);
    },
    [],
  );
  return useCallback((answer) => {
    answered.current = { answer, at: here() };
  }, []);
}
