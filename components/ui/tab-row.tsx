"use client";

import { useEffect, useRef, useState, type ReactNode } from "react";
import { cx } from "./cx";

type Props = {
  label: string;
  /** What tells one choice of the row from another: with each the row goes to its current tab. */
  current: string;
  className?: string;
  children: ReactNode;
};

/**
 * The row that tabs stand in. On a narrow screen it is one line that scrolls sideways: it begins at the current tab, and
 * an arrow at an edge says that there are more. Before scripts it begins at the first and shows its scroll bar.
 */
export function TabRow({ label, current, className, children }: Props) {
  const row = useRef<HTMLElement>(null);
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
    <div className={cx("border-b", className)}>
      <div className="relative -mb-px">
        <nav
          ref={row}
          aria-label={label}
          className="relative flex gap-x-0.5 max-tabs:scroll-px-8 max-tabs:overflow-x-auto max-tabs:[scrollbar-width:none] tabs:flex-wrap noscript:max-tabs:[scrollbar-width:thin]"
        >
          {children}
        </nav>
        {more.before ? <Edge side="left-0 border-r">‹</Edge> : null}
        {more.after ? <Edge side="right-0 border-l">›</Edge> : null}
      </div>
    </div>
  );
}

function Edge({ side, children }: { side: string; children: string }) {
  return (
    <span
      aria-hidden="true"
      className={`pointer-events-none absolute top-0 bottom-px grid w-6 place-items-center bg-paper text-md text-ink-2 ${side}`}
    >
      {children}
    </span>
  );
}
