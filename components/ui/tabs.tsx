import Link from "next/link";
import { cx } from "./cx";
import { TabRow } from "./tab-row";

export type Tab = { href: string; label: string; current?: boolean; count?: number | string };

type Props = {
  tabs: Tab[];
  label: string;
  className?: string;
  /** Links at the end of the row, always in sight. The tabs are then in one line, the longer ones cut to make room. */
  after?: { href: string; label: string; short: string }[];
};

const looks =
  "inline-flex max-w-60 border-b-2 px-3 py-2 font-medium no-underline focus-visible:-outline-offset-2 max-tabs:shrink-0 max-tabs:px-2.5 max-tabs:py-2.5 max-tabs:text-sm";

/** Links that look like tabs: each is a page with its own address. */
export function Tabs({ tabs, label, className, after = [] }: Props) {
  if (tabs.length + after.length === 0) return null;
  return (
    <TabRow
      label={label}
      current={tabs.find(({ current }) => current)?.href ?? ""}
      className={className}
      after={after.length === 0 ? null : <LinksAfter links={after} />}
    >
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? "page" : undefined}
          className={cx(
            looks,
            after.length > 0 && "min-w-20",
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

/** `short` is what is seen of a label that is read out whole, and begins it. */
function LinksAfter({ links }: { links: NonNullable<Props["after"]> }) {
  return links.map(({ href, label, short }) => (
    <Link key={href} href={href} className={cx(looks, "border-transparent text-ink-2 hover:text-ink")}>
      {short}
      <span className="sr-only">{label.slice(short.length)}</span>
    </Link>
  ));
}
