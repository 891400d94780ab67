import type { ReactNode } from "react";

type Props = { id: string; title: string; aside?: ReactNode; children: ReactNode; level?: 2 | 3 };

/** A titled part of a panel that links can point at. */
export function Section({ id, title, aside, children, level = 2 }: Props) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mt-5 scroll-mt-16">
      <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-2">
        <Heading id={`${id}-title`} className="min-w-0 text-sm font-semibold wrap-anywhere">
          {title}
        </Heading>
        {aside ? <div className="text-sm text-ink-3">{aside}</div> : null}
      </div>
      {children}
    </section>
  );
}
