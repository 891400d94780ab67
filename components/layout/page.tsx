import type { ReactNode } from "react";

type Props = { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode; wide?: boolean };

/** A page of the desk that is not the three panes: a title, what to do, and the content in one column; all begin at the same edge. */
export function DeskPage({ title, lead, actions, children, wide }: Props) {
  return (
    <div className="mx-auto max-w-7xl px-4 py-6">
      <div className={wide ? undefined : "max-w-3xl"}>
        <div className="mb-4 flex flex-wrap items-start gap-3">
          <div className="min-w-0 flex-1 basis-48">
            <h1 className="font-serif text-2xl font-[640] tracking-tight text-balance">{title}</h1>
            {lead ? <div className="mt-1 max-w-prose text-ink-2">{lead}</div> : null}
          </div>
          {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
        </div>
        {children}
      </div>
    </div>
  );
}
