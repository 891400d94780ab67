"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useDeskCounts, type DeskCounts } from "@/components/live/desk-counts";
import { cx } from "@/components/ui/cx";
import { places } from "./places";

/** `counts`: which of the numbers stands beside it. */
export type Place = { href: string; label: string; counts?: keyof DeskCounts };

type Props = Place & { className?: string | undefined };

/** Pages whose address begins otherwise than that of the place they belong to. */
const within: Record<string, readonly string[]> = {
  [places.queue]: [`${places.queue}/claims`],
  [places.articles]: [places.articles, "/desk/captures"],
  [places.tasks]: [places.tasks, places.due, "/desk/notices"],
};

/** A place of the desk; the one we are in is marked. Claims belong to the queue, captures to the articles. */
export function NavLink({ href, label, counts, className }: Props) {
  const all = useDeskCounts();
  const count = counts ? all[counts] : 0;
  const path = usePathname() ?? "";
  const isCurrent =
    path === href || (within[href] ?? [href]).some((begin) => `${path}/`.startsWith(`${begin}/`));
  return (
    <Link
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className={cx(
        "shrink-0 whitespace-nowrap rounded-md px-2.5 py-1.5 font-medium text-ink-2 no-underline hover:text-ink aria-[current]:bg-sunk aria-[current]:text-ink max-tabs:px-1.5 max-tabs:py-1 max-tabs:text-sm forced-colors:aria-[current]:underline",
        className,
      )}
    >
      {label}
      {count ? <span className="text-ink-3"> {count}</span> : null}
    </Link>
  );
}
