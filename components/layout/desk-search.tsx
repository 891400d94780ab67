"use client";

import { useEffect, useRef } from "react";
import { Kbd } from "@/components/ui/kbd";
import { places } from "./places";

/** The search of the desk: a plain form, which Ctrl K (or Command K) reaches from anywhere. */
export function DeskSearch({ query }: { query?: string }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    function reach(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    }
    document.addEventListener("keydown", reach);
    return () => document.removeEventListener("keydown", reach);
  }, []);
  return (
    <form
      action={places.search}
      role="search"
      className="relative ml-auto w-56 max-tabs:order-3 max-tabs:mt-1.5 max-tabs:w-full"
    >
      <label htmlFor="desk-search" className="sr-only">
        Search claims, articles and published checks
      </label>
      <input
        ref={input}
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
        className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-ink-3 max-tabs:hidden"
      >
        <Kbd>Ctrl K</Kbd>
      </span>
    </form>
  );
}
