"use client";

import { useField } from "@/components/ui/form";

/** The radio of one way to add an article; after a failure the way that was chosen is still chosen. */
export function WayRadio({ value, current }: { value: string; current: string }) {
  const field = useField("way", current);
  return (
    <input
      type="radio"
      name="way"
      value={value}
      defaultChecked={value === field.value}
      className="mt-0.5 size-4 shrink-0 accent-ink"
    />
  );
}
