"use client";

import Link from "next/link";
import { lazy, Suspense, useState } from "react";
import { useShortcut } from "@/components/keys/use-shortcut";
import { Kbd } from "@/components/ui/kbd";
import { places } from "./places";

const CommandPalette = lazy(async () => ({
  default: (await import("./command-palette")).CommandPalette,
}));

/** The search of the desk: a plain form, a link where there is no room, and with Ctrl K (or Command K) a palette. */
export function DeskSearch({ query }: { query?: string }) {
  // Numbered, because a palette that was closed says so a moment later: by then the next one may be open.
  const [palette, setPalette] = useState({ number: 0, isOpen: false });
  useShortcut("palette", () => {
    const isShown = document.querySelector("dialog[open] [cmdk-root]") !== null;
    if (!isShown) setPalette(({ number }) => ({ number: number + 1, isOpen: true }));
    return true;
  });
  const close = (number: number) =>
    setPalette((now) => (now.number === number ? { number, isOpen: false } : now));
  return (
    <>
      <form action={places.search} role="search" className="relative ml-auto w-56 max-tabs:hidden">
        <label htmlFor="desk-search" className="sr-only">
          Search claims, articles and published checks
        </label>
        <input
          id="desk-search"
          type="search"
          name="q"
          defaultValue={query}
          placeholder="Search"
          aria-keyshortcuts="Control+K Meta+K"
          className="control pr-14"
        />
        <span
          aria-hidden="true"
          className="key-hint pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-ink-3"
        >
          <Kbd>Ctrl K</Kbd>
        </span>
      </form>
      <Link
        href={places.search}
        aria-label="Search"
        className="order-2 flex size-9 items-center justify-center text-ink-2 tabs:hidden"
      >
        <svg
          viewBox="0 0 20 20"
          width="18"
          height="18"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          aria-hidden="true"
        >
          <circle cx="8.5" cy="8.5" r="5.5" />
          <path d="M12.8 12.8L17.5 17.5" strokeLinecap="round" />
        </svg>
      </Link>
      {palette.isOpen ? (
        <Suspense>
          <CommandPalette key={palette.number} onClose={() => close(palette.number)} />
        </Suspense>
      ) : null}
    </>
  );
}
