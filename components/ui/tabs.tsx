import Link from "next/link";
import { cx } from "./cx";
import { FoldedNav } from "./folded-nav";
import { TabRow } from "./tab-row";

export type Tab = { href: string; label: string; current?: boolean; count?: number | string };

type Props = {
  tabs: Tab[];
  label: string;
  className?: string;
  /** What is shown where it is none of the tabs: said where they are folded. */
  elsewhere?: string | undefined;
  /** Links at the end of the row, always in sight. The tabs are then in one line, the longer ones cut to make room. */
  after?: { href: string; label: string; short: string }[];
};

const looks =
  "inline-flex max-w-60 border-b-2 px-3 py-2 font-medium no-underline focus-visible:-outline-offset-2 max-tabs:shrink-0 max-tabs:px-2.5 max-tabs:py-2.5 max-tabs:text-sm";

/** As many tabs as a telephone shows in one line, the last of them cut: more are folded there, so that none is out of sight. */
const mostInLine = 5;

/** Links that look like tabs: each is a page with its own address. */
export function Tabs(props: Props) {
  const { tabs, after = [], className } = props;
  if (tabs.length + after.length === 0) return null;
  if (after.length > 0 || tabs.length <= mostInLine) return <Row {...props} />;
  return (
    <>
      <FoldedTabs {...props} />
      <Row {...props} className={cx("max-tabs:hidden", className)} />
    </>
  );
}

/** The same tabs for a narrow window, two beside each other behind the one that is shown. */
function FoldedTabs({ tabs, label, className, elsewhere }: Props) {
  const current = tabs.find((tab) => tab.current);
  return (
    <nav aria-label={label} className={cx("tabs:hidden", className)}>
      {/* The key folds it again when another one is shown. */}
      <FoldedNav
        key={current?.href ?? ""}
        lead={label}
        current={
          current ? (
            <>
              <span dir="auto" className="wrap-anywhere">
                {current.label}
              </span>
              <Count of={current} />
            </>
          ) : (
            <span dir="auto" className="wrap-anywhere">
              {elsewhere}
            </span>
          )
        }
      >
        <div className="grid grid-cols-2 gap-x-4 max-[22rem]:grid-cols-1">
          {tabs.map((tab) => (
            <Link
              key={tab.href}
              href={tab.href}
              aria-current={tab.current ? "page" : undefined}
              className="flex min-h-11 items-center py-1 text-ink-2 no-underline aria-[current]:font-semibold aria-[current]:text-ink"
            >
              <span dir="auto" title={tab.label} className="line-clamp-2 min-w-0 wrap-anywhere">
                {tab.label}
              </span>
              <Count of={tab} />
            </Link>
          ))}
        </div>
      </FoldedNav>
    </nav>
  );
}

function Count({ of: { count } }: { of: Tab }) {
  return count === undefined ? null : <span className="ml-1 shrink-0 font-medium text-ink-3">{count}</span>;
}

function Row({ tabs, label, className, after = [] }: Props) {
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
          <span dir="auto" title={tab.label} className="min-w-0 truncate">
            {tab.label}
          </span>
          <Count of={tab} />
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
