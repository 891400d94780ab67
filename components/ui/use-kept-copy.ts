"use client";

import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { keptKey, keysOfAccount, mayKeep, readKept, sameFields, type KeptCopy } from "@/lib/kept/kept-copy";
import { setField } from "./conflict-view";

/** Two writes to the store in this time at most; the page's end writes at once. */
const pauseMs = 300;

/** Whose desk this is; null outside it, where nothing is kept. */
function accountOfPage(): string | null {
  return document.querySelector<HTMLElement>("[data-account]")?.dataset.account ?? null;
}

function keyOf(place: string | undefined): string | null {
  const account = place ? accountOfPage() : null;
  return account && place ? keptKey(account, place) : null;
}

/** Forgets the copy of a form whose words are safe elsewhere. */
export function dropKept(place: string | undefined): void {
  const key = keyOf(place);
  try {
    if (key) localStorage.removeItem(key);
  } catch {
    // Without a store there is no copy.
  }
}

/** Forgets everything that this account wrote and did not send: on signing out. */
export function dropAllKept(): void {
  const account = accountOfPage();
  try {
    if (account)
      for (const key of keysOfAccount(Object.keys(localStorage), account)) localStorage.removeItem(key);
  } catch {
    // Without a store there are no copies.
  }
}

function fieldsOf(form: HTMLFormElement): KeptCopy["fields"] {
  const allowed = new Set<string>();
  for (const control of form.elements) {
    const { name = "", type = "", autocomplete } = control as HTMLInputElement;
    if (mayKeep({ name, type, autocomplete })) allowed.add(name);
  }
  const fields: KeptCopy["fields"] = [];
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && allowed.has(name)) fields.push([name, value]);
  return fields;
}

function putBack(form: HTMLFormElement, fields: KeptCopy["fields"]): void {
  const boxes = form.querySelectorAll<HTMLInputElement>("input[type=checkbox]");
  for (const box of boxes) {
    if (mayKeep(box)) box.checked = fields.some(([name, value]) => name === box.name && value === box.value);
  }
  const isBox = (name: string) => [...boxes].some((box) => box.name === name);
  for (const [name, value] of fields) if (!isBox(name)) setField(form, name, value);
}

function store(key: string, form: HTMLFormElement, first: KeptCopy["fields"]): void {
  const fields = fieldsOf(form);
  try {
    if (sameFields(fields, first)) localStorage.removeItem(key);
    else
      localStorage.setItem(key, JSON.stringify({ at: new Date().toISOString(), fields } satisfies KeptCopy));
  } catch {
    // The store is full or not there; the form itself still holds the words.
  }
}

/**
 * Keeps what is written into a form in this browser until it is sent, and puts it back when the page was lost. What was
 * read is kept with it, so that words put back over somebody else's newer ones are a conflict and not an overwriting.
 */
export function useKeptCopy(form: RefObject<HTMLFormElement | null>, place: string | undefined) {
  const [backFrom, setBackFrom] = useState<string | null>(null);
  const first = useRef<KeptCopy["fields"]>([]);
  const timer = useRef(0);

  useEffect(() => {
    const [element, key] = [form.current, keyOf(place)];
    if (!element || !key) return;
    first.current = fieldsOf(element);
    const now = timer;
    const write = () => {
      window.clearTimeout(now.current);
      now.current = 0;
      store(key, element, first.current);
    };
    const onInput = () => {
      now.current ||= window.setTimeout(write, pauseMs);
    };
    const onHide = () => {
      if (now.current) write();
    };
    // Before listening: what is put back is in the store already.
    const copy = readStored(key);
    if (copy && !sameFields(copy.fields, first.current)) {
      putBack(element, copy.fields);
      setBackFrom(copy.at);
    }
    element.addEventListener("input", onInput);
    document.addEventListener("visibilitychange", onHide);
    window.addEventListener("pagehide", onHide);
    return () => {
      onHide();
      element.removeEventListener("input", onInput);
      document.removeEventListener("visibilitychange", onHide);
      window.removeEventListener("pagehide", onHide);
    };
  }, [form, place]);

  const throwAway = useCallback(() => {
    if (form.current) putBack(form.current, first.current);
    dropKept(place);
    setBackFrom(null);
  }, [form, place]);

  const forget = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = 0;
    dropKept(place);
    setBackFrom(null);
  }, [place]);
  return { backFrom, throwAway, forget };
}

function readStored(key: string): KeptCopy | null {
  try {
    const copy = readKept(localStorage.getItem(key), new Date());
    if (!copy) localStorage.removeItem(key);
    return copy;
  } catch {
    return null;
  }
}
