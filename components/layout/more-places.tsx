"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/**
 * Where the window is narrow, the places that are gone to less often, behind one word, so that the menu is one line. It folds
 * again with the page it led to, with Escape, and when the focus goes on. Works without scripts.
 */
export function MorePlaces({ children }: { children: ReactNode }) {
  return (
    <details
      // Another page, another menu: a folded one.
      key={usePathname()}
      onKeyDown={({ key, currentTarget }) => {
        if (key !== "Escape" || !currentTarget.open) return;
        currentTarget.open = false;
        currentTarget.querySelector("summary")?.focus();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.open = false;
      }}
      className="group tabs:hidden"
    >
      <summary className="list-none rounded-md px-1.5 py-1 text-sm font-medium whitespace-nowrap text-ink-2 group-has-[[aria-current]]:bg-sunk group-has-[[aria-current]]:text-ink [&::-webkit-details-marker]:hidden forced-colors:group-has-[[aria-current]]:underline">
        More <span aria-hidden="true">▾</span>
      </summary>
      <div className="absolute right-0 z-10 mt-1 flex w-40 flex-col rounded-md border border-rule-strong bg-panel p-1.5">
        {children}
      </div>
    </details>
  );
}
