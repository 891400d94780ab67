import type { ReactNode } from "react";

type Props = { summary: ReactNode; children: ReactNode; open?: boolean; id?: string };

/** Something kept folded until it is wanted; works without scripts. */
export function Disclosure({ summary, children, open, id }: Props) {
  return (
    <details open={open} id={id} className="min-w-0 open:basis-full">
      <summary className="inline-flex min-h-6 items-center text-sm text-link underline decoration-1 underline-offset-[.18em]">
        {summary}
      </summary>
      <div className="mt-2 mb-3">{children}</div>
    </details>
  );
}
