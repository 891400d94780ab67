import type { ReactNode } from "react";

type Props = { summary: ReactNode; children: ReactNode; open?: boolean; id?: string; quiet?: boolean };

/** Something kept folded until it is wanted; works without scripts. */
export function Disclosure({ summary, children, open, id, quiet }: Props) {
  return (
    <details open={open} id={id} className="min-w-0 open:basis-full">
      <summary
        className={`inline-flex min-h-6 items-center underline decoration-1 underline-offset-[.18em] ${quiet ? "text-xs text-ink-3" : "text-sm text-link"}`}
      >
        {summary}
      </summary>
      <div className="mt-2 mb-3">{children}</div>
    </details>
  );
}
