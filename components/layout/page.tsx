import type { ReactNode } from "react";

type Props = { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode; wide?: boolean };

/** A title beyond this many characters is set smaller: the page's own content is still in sight. */
export const longTitle = 120;

/** On a telephone a title of up to this many characters has room beside what to do. */
const shortTitle = 18;

/** A page of the desk that is not the three panes: a title, what to do, and the content in one column; all begin at the same edge. */
export function DeskPage({ title, lead, actions, children, wide }: Props) {
  const isBeside = Boolean(actions) && title.length <= shortTitle;
  return (
    <div className="mx-auto max-w-7xl px-4 py-6">
      <div className={wide ? undefined : "max-w-3xl"}>
        <div className="mb-4 flex flex-wrap items-start gap-3">
          <div
            className={`min-w-0 flex-1 basis-56 ${isBeside ? "max-tabs:contents" : "max-tabs:basis-full"}`}
          >
            <h1
              dir="auto"
              className={`font-serif font-[640] tracking-tight text-balance wrap-anywhere max-tabs:min-w-0 max-tabs:flex-1 max-tabs:basis-56 ${title.length > longTitle ? "text-md" : "text-2xl"}`}
            >
              {title}
            </h1>
            {lead ? (
              <div
                className={`max-w-prose text-ink-2 ${isBeside ? "max-tabs:order-last max-tabs:-mt-1 max-tabs:basis-full tabs:mt-1" : "mt-1"}`}
              >
                {lead}
              </div>
            ) : null}
          </div>
          {actions ? (
            <div className="flex flex-wrap gap-2 max-tabs:[&_.button]:min-h-8 max-tabs:[&_.button]:px-2.5 max-tabs:[&_.button]:text-sm">
              {actions}
            </div>
          ) : null}
        </div>
        {children}
      </div>
    </div>
  );
}
