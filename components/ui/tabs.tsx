import Link from "next/link";
import { cx } from "./cx";

export type Tab = { href: string; label: string; current?: boolean; count?: number | string };

/** Links that look like tabs: each is a page with its own address. */
export function Tabs({ tabs, label, className }: { tabs: Tab[]; label: string; className?: string }) {
  if (tabs.length === 0) return null;
  return (
    <nav aria-label={label} className={cx("flex flex-wrap gap-x-0.5 border-b", className)}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? "page" : undefined}
          className={cx(
            "-mb-px inline-flex max-w-60 border-b-2 px-3 py-2 font-medium no-underline max-tabs:px-2 max-tabs:py-1 max-tabs:text-sm",
            tab.current ? "border-ink text-ink" : "border-transparent text-ink-2 hover:text-ink",
          )}
        >
          <span dir="auto" className="min-w-0 truncate">
            {tab.label}
          </span>
          {tab.count === undefined ? null : <span className="ml-1 shrink-0 text-ink-3">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
