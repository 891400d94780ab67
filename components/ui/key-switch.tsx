"use client";

import { useKeysOn } from "./use-single-key";

/** Turns the single keys of the desk off in this browser. */
export function KeySwitch() {
  const [on, set] = useKeysOn();
  return (
    <label className="flex min-h-6 items-center gap-2 text-sm text-ink-3">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => set(event.target.checked)}
        className="size-4 accent-ink"
      />
      Use single keys
    </label>
  );
}
