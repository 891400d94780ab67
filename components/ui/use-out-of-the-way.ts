"use client";

import { useEffect, useState, type RefObject } from "react";

/** Words that somebody has just acted on, which nothing may be laid over. */
const inHand = "[data-in-hand]";
const controls = "a, button, summary, input, select, textarea, [contenteditable='true'], [role='button']";

type Edge = "foot" | "head";
type Box = Pick<DOMRect, "top" | "bottom" | "left" | "right">;

const isOver = (one: Box, other: Box): boolean =>
  one.top < other.bottom && one.bottom > other.top && one.left < other.right && one.right > other.left;

/**
 * At which edge of the window a box lies so that it is over neither what has the focus nor the words in hand: at the foot,
 * unless they are there. `key` is what the box says; another one is placed anew.
 */
export function useOutOfTheWay(box: RefObject<HTMLElement | null>, key: unknown): Edge {
  const [placed, setPlaced] = useState<{ key: unknown; edge: Edge }>({ key, edge: "foot" });
  useEffect(() => {
    const place = (what: readonly Element[]) => {
      const mine = box.current?.getBoundingClientRect();
      if (
        mine &&
        what.some((one) => !box.current!.contains(one) && isOver(mine, one.getBoundingClientRect()))
      )
        setPlaced((now) => ({ key, edge: now.key === key && now.edge === "head" ? "foot" : "head" }));
    };
    const focused = () => {
      const control = document.activeElement?.closest(controls);
      return control ? [control] : [];
    };
    place([...focused(), ...document.querySelectorAll(inHand)]);
    const onFocus = () => place(focused());
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, [box, key]);
  return placed.key === key ? placed.edge : "foot";
}

/**
 * Keeps how high the box is as `--undo-height` of the page while there is one: by so much more can be scrolled what it lies
 * over. `key` is what the box says.
 */
export function useHeightKept(box: RefObject<HTMLElement | null>, key: unknown): void {
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const { style } = document.documentElement;
    const watching = new ResizeObserver(() =>
      style.setProperty("--undo-height", `${element.getBoundingClientRect().height}px`),
    );
    watching.observe(element);
    return () => {
      watching.disconnect();
      style.removeProperty("--undo-height");
    };
  }, [box, key]);
}
