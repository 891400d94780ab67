import type { ReactNode } from "react";

/** Nothing here yet: what it is for and what to do first. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="rounded-md border border-dashed border-rule-strong px-4 py-6">
      <p className="font-semibold">{title}</p>
      {children ? <div className="mt-1 max-w-prose text-ink-2">{children}</div> : null}
    </div>
  );
}
