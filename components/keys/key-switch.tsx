"use client";

import { useKeys } from "./keys-provider";

/**
 * Turns the single keys of the whole desk off, wherever they are told of, for people whose voice or other tool types them by
 * accident; the same as the one at the top of the settings' page.
 */
export function KeySwitch() {
  const { isOn, setOn } = useKeys();
  return (
    <label className="key-hint flex min-h-6 items-center gap-2 text-sm text-ink-3">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => setOn(event.target.checked)}
        className="size-4 accent-ink"
      />
      Single keys, on every page
    </label>
  );
}
