import Link from "next/link";
import { cx } from "./cx";
import { TabRow } from "./tab-row";

export type Tab = { href: string; label: string; current?: boolean; count?: number | string };

/** Links that look like tabs: each is a page with its own address. */
export function Tabs({ tabs, label, className }: { tabs: Tab[]; label: string; className?: string }) {
  if (tabs.length === 0) return null;
  return (
    <TabRow label={label} current={tabs.find(({ current }) => current)?.href ?? ""} className={className}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? "page" : undefined}
          className={cx(
            "inline-flex max-w-60 border-b-2 px-3 py-2 font-medium no-underline focus-visible:-outline-offset-2 max-tabs:shrink-0 max-tabs:px-2.5 max-tabs:py-2.5 max-tabs:text-sm",
            tab.current ? "border-ink text-ink" : "border-transparent text-ink-2 hover:text-ink",
          )}
        >
          <span dir="auto" className="min-w-0 truncate">
            {tab.label}
          </span>
          {tab.count === undefined ? null : <span className="ml-1 shrink-0 text-ink-3">{tab.count}</span>}
        </Link>
      ))}
    </TabRow>
  );
}
