"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { places } from "@/components/layout/places";
import { unreadInWords } from "@/lib/notifications/unread";
import { useDeskCounts } from "./desk-counts";

/** The number of things that one was told and has not read; it counts by itself while the desk is open. */
export function Bell() {
  const { unread: count } = useDeskCounts();
  const path = usePathname();
  const shown = unreadInWords(count);
  return (
    <Link
      href={places.notifications}
      aria-label={count === 0 ? "Notifications: none unread" : `Notifications: ${shown} unread`}
      aria-current={path === places.notifications ? "page" : undefined}
      className="relative ml-2 flex size-7 items-center justify-center rounded-full text-ink-2 no-underline hover:text-ink aria-[current]:bg-sunk max-tabs:order-2"
    >
      <svg
        viewBox="0 0 20 20"
        width="18"
        height="18"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      >
        <path d="M10 2.75a4.75 4.75 0 0 0-4.75 4.75c0 4-1.75 5.25-1.75 6.25h13c0-1-1.75-2.25-1.75-6.25A4.75 4.75 0 0 0 10 2.75ZM8 16.25a2 2 0 0 0 4 0" />
      </svg>
      {count > 0 ? (
        <span
          aria-hidden="true"
          className="absolute -top-1 -right-1 rounded-full bg-ink px-1 text-xs leading-4 font-semibold text-paper tabular-nums forced-colors:border"
        >
          {shown}
        </span>
      ) : null}
    </Link>
  );
}
