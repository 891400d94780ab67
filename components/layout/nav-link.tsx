"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { places } from "./places";

type Props = { href: string; label: string; count?: number | undefined };

/** A place of the desk; the one we are in is marked. Claims belong to the queue. */
export function NavLink({ href, label, count }: Props) {
  const path = usePathname() ?? "";
  const isQueue = href === places.queue;
  const isCurrent = isQueue
    ? path === href || path.startsWith(`${href}/claims`)
    : path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className="shrink-0 whitespace-nowrap rounded-md px-2.5 py-1.5 font-medium text-ink-2 no-underline hover:text-ink aria-[current]:bg-sunk aria-[current]:text-ink max-tabs:px-1.5 max-tabs:py-1 max-tabs:text-sm forced-colors:aria-[current]:underline"
    >
      {label}
      {count ? <span className="ml-1 text-ink-3">{count}</span> : null}
    </Link>
  );
}
