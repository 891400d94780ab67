"use client";

import { useEffect, useRef, useSyncExternalStore, type RefObject } from "react";
import { useTouched } from "./still-here";

/** What becomes of what is written in a form while nothing can be sent. */
export type Keeping = "saves" | "keeps" | "loses";

/** What can be said of all that is written on a page; `some`: of a part of it only. */
export type KeptHere = Keeping | "some";

type Registered = { form: RefObject<HTMLElement | null>; keeping: Keeping };

const forms = new Set<Registered>();
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // What was typed in a form makes it one of those that count.
  document.addEventListener("input", listener);
  return () => {
    listeners.delete(listener);
    document.removeEventListener("input", listener);
  };
}

/** Says of a form what becomes of its words: `saves` by itself, `keeps` them in this browser, or `loses` them with the page. */
export function useKeeping(form: RefObject<HTMLElement | null>, keeping: Keeping): void {
  useEffect(() => {
    const registered = { form, keeping };
    forms.add(registered);
    tell();
    return () => {
      forms.delete(registered);
      tell();
    };
  }, [form, keeping]);
}

/** For what is written outside of a `Form`: the ref of what it stands in, whose words are lost with the page. */
export function useUnkept<T extends HTMLElement>(): RefObject<T | null> {
  const box = useRef<T>(null);
  useTouched(box);
  useKeeping(box, "loses");
  return box;
}

const given = "textarea, select, [contenteditable=true], input:not([type=hidden], [type=password])";

/** What is true of every form that something was typed in since it was sent; where there is none, of every form that asks for something. */
function keptHere(): KeptHere | null {
  const asking = [...forms].filter(({ form }) => form.current?.querySelector(given));
  const begun = asking.filter(({ form }) => form.current?.dataset.touched);
  const all = new Set((begun.length > 0 ? begun : asking).map(({ keeping }) => keeping));
  if (all.has("loses")) return all.size > 1 ? "some" : "loses";
  return all.has("keeps") ? "keeps" : all.has("saves") ? "saves" : null;
}

/** What can be promised of what is written on this page; null when there is nothing to write in. */
export function useKeptHere(): KeptHere | null {
  return useSyncExternalStore(subscribe, keptHere, () => null);
}
