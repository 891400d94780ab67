"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";

/** Most pages are there sooner: whoever waits longer is told that the desk heard them. */
const pauseMs = 400;
/** By then the router has given up, or the person has. */
const mostMs = 20_000;

const begun = "countersign-page-asked";

/** Says that a page was asked for by something that is no link: a key, the palette. */
export function notePageAsked(href: string): void {
  if (isElsewhere(new URL(href, location.href))) document.dispatchEvent(new Event(begun));
}

/** A word in the corner, over nothing that is read there, while the page that was asked for is on its way. The page in hand stays as it is. */
export function UnderWay() {
  const path = usePathname();
  const query = useSearchParams()?.toString();
  const here = `${path}?${query}`;
  const [from, setFrom] = useState<string | null>(null);
  useEffect(() => {
    let show: number | undefined;
    let giveUp: number | undefined;
    const stop = () => {
      window.clearTimeout(show);
      window.clearTimeout(giveUp);
    };
    const begin = () => {
      stop();
      show = window.setTimeout(() => setFrom(here), pauseMs);
      giveUp = window.setTimeout(() => setFrom(null), mostMs);
    };
    // The router prevents what it does itself; what it leaves to the browser, the browser shows.
    const onClick = (event: MouseEvent) => event.defaultPrevented && leadsAway(event.target) && begin();
    document.addEventListener("click", onClick);
    document.addEventListener(begun, begin);
    return () => {
      stop();
      document.removeEventListener("click", onClick);
      document.removeEventListener(begun, begin);
    };
  }, [here]);
  const isShown = from === here;
  return (
    <div role="status" className="pointer-events-none fixed right-0 bottom-0 z-20">
      {isShown ? (
        <p className="rounded-tl-md border border-r-0 border-b-0 border-rule-strong bg-panel px-3 py-1 text-sm">
          Opening the page…
        </p>
      ) : null}
    </div>
  );
}

function leadsAway(target: EventTarget | null): boolean {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  return link !== null && isElsewhere(link);
}

function isElsewhere({ pathname, search }: Pick<URL, "pathname" | "search">): boolean {
  return pathname + search !== location.pathname + location.search;
}
