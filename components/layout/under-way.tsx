"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { onPageHeld } from "@/components/ui/connection";
import { isQuestion } from "@/components/ui/leads-to-a-page";

/** Most pages are there sooner: whoever waits longer is told that the desk heard them. */
const pauseMs = 400;
/** By then the router has given up, or the person has. */
const mostMs = 20_000;

const begun = "countersign-page-asked";

/** Says that a page was asked for by something that is no link: a key, the palette. The focus arrives there too. */
export function notePageAsked(href: string): void {
  document.dispatchEvent(new CustomEvent<string>(begun, { detail: href }));
}

/**
 * A word in the corner while the page that was asked for is on its way. The page in hand stays as it is, but for the button
 * of a form that asked for it, which shows it in the corner's place.
 */
export function UnderWay() {
  const path = usePathname();
  const query = useSearchParams()?.toString() ?? "";
  const here = `${path}?${query}`;
  const [shown, setShown] = useState<{ from: string; isOnButton: boolean } | null>(null);
  const noteAsked = useArrival(here);
  useEffect(() => {
    let show: number | undefined;
    let giveUp: number | undefined;
    let pressed: HTMLElement | null = null;
    const stop = () => {
      window.clearTimeout(show);
      window.clearTimeout(giveUp);
      pressed?.removeAttribute("aria-busy");
      pressed = null;
    };
    const isOver = () => {
      stop();
      noteAsked(null);
      setShown(null);
    };
    const begin = () => {
      stop();
      show = window.setTimeout(() => setShown({ from: here, isOnButton: pressed !== null }), pauseMs);
      giveUp = window.setTimeout(isOver, mostMs);
    };
    // The router prevents what it does itself; what it leaves to the browser, the browser shows.
    const onClick = (event: MouseEvent) => {
      if (!event.defaultPrevented || !leadsAway(event.target, here)) return;
      noteAsked(isByKey(event) ? "link" : null);
      begin();
    };
    document.addEventListener("click", onClick);
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target as HTMLFormElement;
      if (!isQuestion(form) || (event.defaultPrevented && !isElsewhere(addressOf(form), here))) return;
      begin();
      pressed = event.submitter;
      pressed?.setAttribute("aria-busy", "true");
    };
    document.addEventListener("submit", onSubmit);
    // Come back to as it was left.
    const onShown = (event: PageTransitionEvent) => event.persisted && isOver();
    window.addEventListener("pageshow", onShown);
    const onAsked = (event: Event) => {
      if (!isElsewhere(new URL((event as CustomEvent<string>).detail, location.href), here)) return;
      noteAsked("jump");
      begin();
    };
    document.addEventListener(begun, onAsked);
    const stopListening = onPageHeld(isOver);
    return () => {
      stop();
      stopListening();
      document.removeEventListener("click", onClick);
      document.removeEventListener("submit", onSubmit);
      window.removeEventListener("pageshow", onShown);
      document.removeEventListener(begun, onAsked);
    };
  }, [here, noteAsked]);
  const isShown = shown?.from === here;
  return (
    <div role="status" className="pointer-events-none fixed right-0 bottom-0 z-20">
      {isShown ? (
        <p
          className={
            shown.isOnButton
              ? "sr-only"
              : "rounded-tl-md border border-r-0 border-b-0 border-rule-strong bg-panel px-3 py-1 text-sm"
          }
        >
          Opening the page…
        </p>
      ) : null}
    </div>
  );
}

/**
 * Whoever came by a key goes on with Tab from the heading of the page that came, and hears it read, instead of from the top
 * or from a list beside it. A page that took the focus itself keeps it, and so does a link that is on both pages.
 */
function useArrival(here: string): (by: "jump" | "link" | null) => void {
  const asked = useRef<{ inHand: Element | null; by: "jump" | "link" } | null>(null);
  useEffect(() => {
    const before = asked.current;
    asked.current = null;
    if (!before) return;
    const { activeElement, body } = document;
    const hasLost = activeElement === body || (before.by === "jump" && activeElement === before.inHand);
    const heading = document.querySelector<HTMLElement>("main h1");
    if (!hasLost || !heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [here]);
  return useCallback((by) => {
    asked.current = by && { inHand: document.activeElement, by };
  }, []);
}

/** Enter on a link is a click without a button, as is what a key of the desk presses. */
const isByKey = ({ detail }: MouseEvent): boolean => detail === 0;

/** Where the router goes with a form that it answers itself. */
function addressOf(form: HTMLFormElement): URL {
  const address = new URL(form.getAttribute("action") ?? "", location.href);
  for (const [name, value] of new FormData(form))
    if (typeof value === "string") address.searchParams.append(name, value);
  return address;
}

function leadsAway(target: EventTarget | null, here: string): boolean {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  return link !== null && isElsewhere(link, here);
}

/** Neither in the address nor `here`, for the router: a list writes its place into the address, which is no other page. */
function isElsewhere({ pathname, search }: Pick<URL, "pathname" | "search">, here: string): boolean {
  const isPlace = pathname + search === location.pathname + location.search;
  return !isPlace && `${pathname}?${search.slice(1)}` !== here;
}
