"use client";

import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { findRange, readRange } from "@/lib/quotes/dom-range.client";
import { quoteAt, trimSpan, type Span } from "./article-segments";
import type { ChosenQuote } from "./quote-form-data";

/** Fields whose focus keeps the chosen words, although the browser's selection has moved into them. */
const keepsChoice = "[data-keeps-choice]";

/** Where the chosen words are, in pixels below the top of the frame around the text. */
export type ChosenPlace = { top: number; bottom: number };

/** Follows the selection inside `text` and says where it is. */
export function useChosenQuote(text: RefObject<HTMLDivElement | null>, points: string[]) {
  const [quote, setQuote] = useState<ChosenQuote | null>(null);
  const [place, setPlace] = useState<ChosenPlace>({ top: 0, bottom: 0 });
  const at = useRef<Span | null>(null);

  useEffect(() => {
    let isDragging = false;
    function follow() {
      // While the mouse is down nothing may appear under it: it would become part of the selection.
      if (isDragging || !text.current || document.activeElement?.closest(keepsChoice)) return;
      const found = chosenIn(text.current, points);
      at.current = found?.span ?? at.current;
      setQuote(found ? quoteAt(points, found.span) : null);
      if (found) setPlace(found.place);
    }
    function press(event: PointerEvent) {
      isDragging = event.pointerType === "mouse" && Boolean(text.current?.contains(event.target as Node));
    }
    function release() {
      if (!isDragging) return;
      isDragging = false;
      follow();
    }
    const stop = new AbortController();
    document.addEventListener("selectionchange", follow, { signal: stop.signal });
    document.addEventListener("pointerdown", press, { signal: stop.signal });
    document.addEventListener("pointerup", release, { signal: stop.signal });
    return () => stop.abort();
  }, [text, points]);

  const clear = useCallback(() => {
    document.getSelection()?.removeAllRanges();
    setQuote(null);
  }, []);

  const chooseSentence = useCallback(
    (sentences: Span[], step: 1 | -1, extend: boolean) => {
      const next = nextSpan(sentences, at.current, step);
      if (!text.current || !next) return;
      const span = extend && at.current ? { start: at.current.start, end: next.end } : next;
      at.current = span;
      select(text.current, span);
    },
    [text],
  );

  const chooseSpan = useCallback(
    (span: Span) => {
      at.current = span;
      if (text.current) select(text.current, span);
    },
    [text],
  );

  return { quote, place, clear, chooseSentence, chooseSpan };
}

function nextSpan(sentences: Span[], from: Span | null, step: 1 | -1): Span | undefined {
  if (!from) return sentences[0];
  return step === 1
    ? sentences.find((sentence) => sentence.start >= from.end)
    : sentences.findLast((sentence) => sentence.end <= from.start);
}

function select(root: HTMLElement, span: Span) {
  const range = findRange(root, span);
  const selection = document.getSelection();
  if (!range || !selection) return;
  selection.removeAllRanges();
  selection.addRange(range);
  range.startContainer.parentElement?.scrollIntoView({ block: "nearest" });
}

function chosenIn(root: HTMLElement, points: string[]): { span: Span; place: ChosenPlace } | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const read = readRange(root, range);
  const span = read && trimSpan(points, read);
  if (!span) return null;
  const frame = (root.offsetParent ?? root).getBoundingClientRect();
  const { top, bottom } = range.getBoundingClientRect();
  return { span, place: { top: top - frame.top, bottom: bottom - frame.top } };
}
