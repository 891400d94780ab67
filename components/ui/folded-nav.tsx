import type { ReactNode } from "react";
import { cx } from "./cx";

type Props = {
  /** Of what one of many is shown. */
  lead: string;
  /** The one that is shown now; none where it is none of them. */
  current?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** Where the window is narrow, one line that says where one is; it opens to all the places. Works without scripts. */
export function FoldedNav({ lead, current, className, children }: Props) {
  return (
    <details className={cx("rounded-md border border-rule-strong bg-panel", className)}>
      <summary className="flex min-h-11 list-none items-center gap-2 px-3 py-1 [&::-webkit-details-marker]:hidden">
        <span className="shrink-0 text-ink-3">{lead}</span>
        <span className="flex min-w-0 gap-1 font-semibold">{current}</span>
        <span aria-hidden="true" className="ml-auto">
          ▾
        </span>
      </summary>
      <div className="border-t px-3 py-2">{children}</div>
    </details>
  );
}
