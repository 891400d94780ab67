"use client";

import { useEffect, useRef, useState, type ReactNode } from "react";
import { cx } from "./cx";

type Props = {
  label: string;
  /** What tells one choice of the row from another: with each the row goes to its current tab. */
  current: string;
  className?: string;
  /** Links that are no tabs: they stay in sight at the end of the row, which then is one line in every window. */
  after?: ReactNode;
  children: ReactNode;
};

/**
 * The row that tabs stand in. On a narrow screen it is one line that scrolls sideways: it begins at the current tab, and
 * where there are more, they fade out at that edge under an arrow. Before scripts it begins at the first and shows its
 * scroll bar.
 */
export function TabRow({ label, current, className, after, children }: Props) {
  const row = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState({ before: false, after: false });
  useEffect(() => {
    const nav = row.current;
    const tab = nav?.querySelector<HTMLElement>("[aria-current]");
    if (nav && tab) nav.scrollLeft = tab.offsetLeft - (nav.clientWidth - tab.offsetWidth) / 2;
  }, [current]);
  useEffect(() => {
    const nav = row.current;
    if (!nav) return;
    const look = () => {
      const left = nav.scrollWidth - nav.clientWidth - nav.scrollLeft;
      const now = { before: nav.scrollLeft > 1, after: left > 1 };
      setMore((was) => (was.before === now.before && was.after === now.after ? was : now));
    };
    const watcher = new ResizeObserver(look);
    watcher.observe(nav);
    nav.addEventListener("scroll", look, { passive: true });
    return () => {
      watcher.disconnect();
      nav.removeEventListener("scroll", look);
    };
  }, []);
  return (
    <nav aria-label={label} className={cx("flex border-b", className)}>
      <div className="relative -mb-px min-w-0">
        <div ref={row} className={cx("relative flex gap-x-0.5", after ? oneLine : oneLineWhereNarrow)}>
          {children}
        </div>
        {more.before ? <Edge side="left-0 bg-linear-to-r pr-4">‹</Edge> : null}
        {more.after ? <Edge side="right-0 bg-linear-to-l pl-4">›</Edge> : null}
      </div>
      {after ? <div className="flex shrink-0">{after}</div> : null}
    </nav>
  );
}

const oneLine =
  "scroll-px-10 overflow-x-auto [scrollbar-width:none] [@media(hover:hover)]:[scrollbar-width:thin] noscript:[scrollbar-width:thin]";
const oneLineWhereNarrow =
  "max-tabs:scroll-px-10 max-tabs:overflow-x-auto max-tabs:[scrollbar-width:none] tabs:flex-wrap noscript:max-tabs:[scrollbar-width:thin]";

function Edge({ side, children }: { side: string; children: string }) {
  return (
    <span
      aria-hidden="true"
      className={`pointer-events-none absolute top-0 bottom-px grid w-10 place-items-center from-paper from-60% to-transparent text-md text-ink-2 forced-colors:w-6 forced-colors:bg-paper forced-colors:px-0 ${side}`}
    >
      {children}
    </span>
  );
}
