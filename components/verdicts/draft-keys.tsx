"use client";

import { useEffect, useRef } from "react";
import { flushSync } from "react-dom";
import { focusOn } from "@/components/keys/focus-on";
import { useShortcut } from "@/components/keys/use-shortcut";

type Props = { state: string; take: (key: string) => void };

/**
 * Keys of the draft sentence by sentence. `state` changes when a sentence stands on something else: its form went with
 * the focus, so the next open sentence takes it. `take` brings the forms of a sentence.
 */
export function DraftKeys({ state, take }: Props) {
  const last = useRef(-1);
  const known = useRef(state);
  useEffect(() => {
    const note = () => {
      const at = rows().findIndex((row) => row.contains(document.activeElement));
      if (at >= 0) last.current = at;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  useEffect(() => {
    // A line of the gate leads to one sentence: its keys are then about that one.
    const meant = document.getElementById(location.hash.slice(1));
    if (meant?.matches("[data-sentence]")) focusOn(meant);
  }, []);
  useEffect(() => {
    if (known.current === state) return;
    known.current = state;
    if (document.activeElement === document.body && last.current >= 0)
      focusOn(openFrom(last.current) ?? rows()[last.current]);
  }, [state]);
  useShortcut("draft.next", () => focusOn(openFrom(inHand() + 1)));
  useShortcut("draft.previous", () => {
    const before = rows().slice(0, Math.max(inHand(), 0));
    return focusOn(before.findLast((row) => row.dataset.open));
  });
  useShortcut("draft.cite", () => focusOn(field("select[name=evidenceIds]", take)));
  useShortcut("draft.background", () => focusOn(field("input[name=reason]", take)));
  return null;
}

const rows = () => [...document.querySelectorAll<HTMLElement>("[data-sentence]")];
const inHand = () => rows().findIndex((row) => row.contains(document.activeElement));

/** The first open sentence from a place on, or else from the beginning. */
function openFrom(index: number): HTMLElement | undefined {
  const all = rows();
  return [...all.slice(index), ...all.slice(0, index)].find((row) => row.dataset.open);
}

/** A field of the sentence in hand; with none in hand, of the first open one. */
function field(selector: string, take: (key: string) => void): HTMLElement | null {
  const row = rows()[inHand()] ?? openFrom(0);
  if (!row) return null;
  if (!row.querySelector("form")) flushSync(() => take(row.dataset.sentence!));
  return row.querySelector<HTMLElement>(selector);
}
