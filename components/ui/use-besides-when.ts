"use client";

import { useCallback, useSyncExternalStore, type RefObject } from "react";

/** What a form does besides, in one sentence, while its field `name` has that `value`; of a box without a tick it is "". */
export type BesidesWhen = { words: string; name: string; value: string };

/** What the form does besides as it stands now; null while the field says otherwise, and until scripts run. */
export function useBesidesWhen(
  form: RefObject<HTMLFormElement | null>,
  when: BesidesWhen | undefined,
): string | null {
  const subscribe = useCallback(
    (listener: () => void) => {
      const element = form.current;
      // A form is emptied only after it said so.
      const onReset = () => window.setTimeout(listener);
      element?.addEventListener("change", listener);
      element?.addEventListener("reset", onReset);
      return () => {
        element?.removeEventListener("change", listener);
        element?.removeEventListener("reset", onReset);
      };
    },
    [form],
  );
  const isSo = useSyncExternalStore(
    subscribe,
    () => when !== undefined && valueOfField(form.current, when.name) === when.value,
    () => false,
  );
  return when && isSo ? when.words : null;
}

function valueOfField(form: HTMLFormElement | null, name: string): string | undefined {
  const field = form?.elements.namedItem(name);
  if (field instanceof HTMLInputElement && field.type === "checkbox") return field.checked ? field.value : "";
  return field instanceof HTMLSelectElement ? field.value : undefined;
}
