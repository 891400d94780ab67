"use client";

import { useEffect, useState, type RefObject } from "react";

/** Words that somebody has just acted on, which nothing may be laid over. */
const inHand = "[data-in-hand]";
const controls = "a, button, summary, input, select, textarea, [contenteditable='true'], [role='button']";
/** Bars that stay at the foot of the window, and that nothing may be laid over either. */
const footBars = "[data-at-foot]";
/** Where the page itself scrolls, as `undo.css` has it. */
const narrow = "(max-width: 44.99rem)";
/** How much is left free, in px, below what a box gave way to. */
const gap = 8;

type Edge = "foot" | "head";
type Box = Pick<DOMRect, "top" | "bottom" | "left" | "right">;

const isOver = (one: Box, other: Box): boolean =>
  one.top < other.bottom && one.bottom > other.top && one.left < other.right && one.right > other.left;

/** The page moves by as much as brings what lies under the box above it; what is higher than the window keeps its first lines. */
function bringAbove(box: Box, covered: readonly Box[]): void {
  const lowest = Math.max(...covered.map(({ bottom }) => bottom));
  const highest = Math.min(...covered.map(({ top }) => top));
  window.scrollBy(0, Math.max(0, Math.min(lowest + gap - box.top, highest - gap)));
}

/** `act`, but once a press that is under way is over: what is pressed stays under the finger. */
function afterPress(pressed: Element | undefined, act: () => void): void {
  if (!pressed?.matches(":active")) return act();
  window.addEventListener("pointerup", () => window.setTimeout(act), { once: true });
}

/**
 * At which edge of the window a box lies so that it is over neither what has the focus nor the words in hand: at the foot,
 * unless they are there. On narrow screens it is always at the foot, and the page moves: its head is where the menu is. `key`
 * is what the box says; another one is placed anew.
 */
export function useOutOfTheWay(box: RefObject<HTMLElement | null>, key: unknown): Edge {
  const [placed, setPlaced] = useState<{ key: unknown; edge: Edge }>({ key, edge: "foot" });
  useEffect(() => {
    const place = (what: readonly Element[]) => {
      const mine = box.current?.getBoundingClientRect();
      if (!mine) return;
      const covered = what
        .filter((one) => !box.current!.contains(one) && !one.closest(footBars))
        .map((one) => one.getBoundingClientRect())
        .filter((one) => isOver(mine, one));
      if (covered.length === 0) return;
      if (window.matchMedia?.(narrow).matches) bringAbove(mine, covered);
      else setPlaced((now) => ({ key, edge: now.key === key && now.edge === "head" ? "foot" : "head" }));
    };
    const focused = () => {
      const control = document.activeElement?.closest(controls);
      return control ? [control] : [];
    };
    place([...focused(), ...document.querySelectorAll(inHand)]);
    const onFocus = () => {
      const [control] = focused();
      afterPress(control, () => place(focused()));
    };
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, [box, key]);
  return placed.key === key ? placed.edge : "foot";
}

/** How high the bars are that are at the foot of the window now; what is not shown, or stands in its place, is none. */
function barsAtFoot(): number {
  const heights = [...document.querySelectorAll(footBars)]
    .filter((bar) => getComputedStyle(bar).position === "sticky")
    .map((bar) => bar.getBoundingClientRect().height);
  return Math.max(0, ...heights);
}

/**
 * Keeps how high the box is as `--undo-height` of the page while there is one: by so much more can be scrolled what it lies
 * over. `--foot-bars` is how high that is which it lies above. `key` is what the box says, `page` the page it lies over.
 */
export function useHeightKept(box: RefObject<HTMLElement | null>, key: unknown, page?: string): void {
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const { style } = document.documentElement;
    const keep = () => {
      style.setProperty("--undo-height", `${element.getBoundingClientRect().height}px`);
      style.setProperty("--foot-bars", `${barsAtFoot()}px`);
    };
    keep();
    const watching = new ResizeObserver(keep);
    for (const one of [element, ...document.querySelectorAll(footBars)]) watching.observe(one);
    return () => {
      watching.disconnect();
      style.removeProperty("--undo-height");
      style.removeProperty("--foot-bars");
    };
  }, [box, key, page]);
}
