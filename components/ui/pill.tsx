import type { ReactNode } from "react";

/** A state, as a grey outline: colour is for ratings. */
export function Pill({ children }: { children: ReactNode }) {
  return (
    <span className="inline-block rounded-full border border-rule-strong px-2 text-sm font-medium whitespace-nowrap text-ink-2">
      {children}
    </span>
  );
}
