"use client";

import { useKeys } from "./keys-provider";

/** Turns the single keys of the desk off, for people whose voice or other tool types them by accident. */
export function KeySwitch({ label = "Use single keys" }: { label?: string }) {
  const { isOn, setOn } = useKeys();
  return (
    <label className="key-hint flex min-h-6 items-center gap-2 text-sm text-ink-3">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => setOn(event.target.checked)}
        className="size-4 accent-ink"
      />
      {label}
    </label>
  );
}
