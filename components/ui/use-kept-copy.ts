"use client";

import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import {
  keptKey,
  keysAt,
  keysOfAccount,
  mayKeep,
  ofTab,
  readKept,
  sameFields,
  saysWhatWasRead,
  type KeptCopy,
} from "@/lib/kept/kept-copy";
import { tabId } from "@/lib/live/live-channel.client";
import { setField } from "./conflict-view";
import type { Unsent } from "./form-state";
import { accountOfPage } from "./page-account";

/** Two writes to the store in this time at most; the page's end writes at once. */
const pauseMs = 300;

function keyOf(place: string | undefined): string | null {
  const account = place ? accountOfPage() : null;
  return account && place ? keptKey(account, place) : null;
}

function drop(key: string | undefined): void {
  try {
    if (key) localStorage.removeItem(key);
  } catch {
    // Without a store there is no copy.
  }
}

/**
 * Keeps words that were sent and are taken back as words that were not, for when their form is opened again, beside what is
 * written there meanwhile; answers how to let go of them.
 */
export function keepUnsent({ place, fields }: Unsent): () => void {
  const shared = keyOf(place);
  if (!shared) return () => {};
  const key = ofTab(shared, "undone");
  try {
    const copy: KeptCopy = { at: new Date().toISOString(), fields };
    localStorage.setItem(key, JSON.stringify(copy));
  } catch {
    // Without a store there is no copy.
  }
  return () => drop(key);
}

/** Heard at a form whose words were saved without being sent by hand. */
export const safeEvent = "countersign-safe";
const sentEvent = "countersign-sent";

/** Says that a form's words go to the desk as they are now: should no answer come, they may be saved. */
export function noteSent(form: HTMLFormElement): void {
  form.dispatchEvent(new Event(sentEvent));
}

/** Says that a form's words are saved as they are, although the form goes on, or is gone from the page by now. */
export function noteSafe(form: HTMLFormElement): void {
  form.dispatchEvent(new Event(safeEvent));
  drop(form.dataset.keptAt);
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
    if (typeof value === "string" && allowed.has(name))
      fields.push([name, fieldOfRead(form, name)?.dataset.read ?? value]);
  return fields;
}

/** A field that says what was read; its `data-read` is what the words were written against while a conflict is not settled. */
function fieldOfRead(form: HTMLFormElement, name: string): HTMLInputElement | null {
  const field = saysWhatWasRead(name) ? form.elements.namedItem(name) : null;
  return field instanceof HTMLInputElement ? field : null;
}

/** What a form's copy says but for its boxes. */
function withoutTicks(form: HTMLFormElement, fields: KeptCopy["fields"]): KeptCopy["fields"] {
  const boxes = [...form.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  return fields.filter(([name]) => !boxes.some((box) => box.name === name));
}

function putBack(form: HTMLFormElement, fields: KeptCopy["fields"]): void {
  const boxes = form.querySelectorAll<HTMLInputElement>("input[type=checkbox]");
  for (const box of boxes) {
    if (mayKeep(box)) box.checked = fields.some(([name, value]) => name === box.name && value === box.value);
  }
  const isBox = (name: string) => [...boxes].some((box) => box.name === name);
  for (const [name] of fields) delete fieldOfRead(form, name)?.dataset.read;
  for (const [name, value] of fields) if (!isBox(name)) setField(form, name, value);
}

/** What the desk has of a form, and what was sent to it last, which it may have. */
type Known = { safe: KeptCopy["fields"]; sent: KeptCopy["fields"] | undefined };

/** Keeps what the form says; nothing, when that is what the desk has. */
function store(key: string, form: HTMLFormElement, { safe, sent }: Known): void {
  const fields = fieldsOf(form);
  const { ticksFor } = form.dataset;
  const copy: KeptCopy = {
    ...{ at: new Date().toISOString(), fields },
    ...(sent ? { sent } : {}),
    ...(ticksFor ? { ticksFor } : {}),
  };
  try {
    if (sameFields(fields, safe)) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(copy));
  } catch {
    // The store is full or not there; the form itself still holds the words.
  }
}

/** What was read first, over what is there by now: what was put back may have saved itself. */
function overLatest(form: HTMLFormElement, fields: KeptCopy["fields"]): KeptCopy["fields"] {
  const now = new Map(fieldsOf(form));
  return fields.map(([name, value]) => {
    const there = saysWhatWasRead(name) ? now.get(name) : undefined;
    const isOlder = there === undefined || Number(there) < Number(value);
    return [name, isOlder ? value : there];
  });
}

/**
 * From when the words are that were put back, whether they were sent as they are without an answer that came, and whether
 * ticks stayed out as they were about something else.
 */
export type BackFromCopy = { at: string; isSent: boolean; areTicksOut: boolean };

/** Puts a copy back into its form, over what was read `first`; answers what is to be said of it. */
function putCopyBack(
  form: HTMLFormElement,
  { at, sent, ticksFor, fields: all }: KeptCopy,
  first: KeptCopy["fields"],
): BackFromCopy {
  const areTicksOut = ticksFor !== form.dataset.ticksFor;
  const fields = areTicksOut ? withoutTicks(form, all) : all;
  // The page was lost before the answer came: what stands there now is what was sent from here.
  const isOnOwn = sent !== undefined && sameFields(sent, first);
  putBack(form, isOnOwn ? overLatest(form, fields) : fields);
  return {
    at,
    isSent: sent !== undefined && sameFields(sent, all),
    areTicksOut: areTicksOut && fields.length < all.length,
  };
}

/**
 * Keeps what is written into a form in this browser until it is sent, and puts it back when the page was lost. What was
 * read is kept with it, so that words put back over somebody else's newer ones are a conflict and not an overwriting; and
 * what was sent, so that words put back over that are none. What the boxes of a form with `data-ticks-for` were ticked for
 * is kept too: they are not put back over anything else.
 */
export function useKeptCopy(form: RefObject<HTMLFormElement | null>, place: string | undefined) {
  const [backFrom, setBackFrom] = useState<BackFromCopy | null>(null);
  const first = useRef<KeptCopy["fields"]>([]);
  /** What the desk has of it: what it read first, or what saved itself since. */
  const known = useRef<Known>({ safe: [], sent: undefined });
  const timer = useRef(0);
  useEffect(() => {
    const [element, shared] = [form.current, keyOf(place)];
    if (!element || !shared) return;
    first.current = fieldsOf(element);
    known.current = { safe: first.current, sent: undefined };
    // Before listening: what is put back is in the store already.
    const left = readLeft(shared);
    // Under which key this tab keeps its copy.
    element.dataset.keptAt = left?.key ?? shared;
    if (left && sameFields(left.copy.fields, first.current)) drop(left.key);
    else if (left) {
      known.current.sent = left.copy.sent;
      setBackFrom(putCopyBack(element, left.copy, first.current));
    }
    const write = () => {
      window.clearTimeout(timer.current);
      timer.current = 0;
      store(element.dataset.keptAt ?? shared, element, known.current);
    };
    return listenTo(element, {
      input: () => (timer.current ||= window.setTimeout(write, pauseMs)),
      safe: () => {
        window.clearTimeout(timer.current);
        timer.current = 0;
        known.current = { safe: fieldsOf(element), sent: undefined };
      },
      sent: () => {
        known.current.sent = fieldsOf(element);
        write();
      },
      hide: () => timer.current && write(),
      // Another tab keeps its words where ours were, or has sent its own: ours stay, in a place of their own.
      taken: ({ key, oldValue, newValue }) => {
        const [mine, old] = [fieldsOf(element), readKept(oldValue, new Date())];
        if (key !== element.dataset.keptAt || sameFields(mine, known.current.safe)) return;
        if (newValue === null && old && sameFields(mine, old.fields)) return;
        element.dataset.keptAt = ofTab(shared, tabId());
        write();
      },
    });
  }, [form, place]);

  const forget = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = 0;
    known.current.sent = undefined;
    drop(form.current?.dataset.keptAt);
    setBackFrom(null);
  }, [form]);

  const throwAway = useCallback(() => {
    if (form.current) putBack(form.current, overLatest(form.current, first.current));
    forget();
  }, [form, forget]);
  return { backFrom, throwAway, forget };
}

type Heard = Record<"input" | "safe" | "sent" | "hide", () => void> & {
  taken: (change: StorageEvent) => void;
};

/** Hears of what happens to a form until it is gone. */
function listenTo(form: HTMLFormElement, heard: Heard): () => void {
  form.addEventListener("input", heard.input);
  form.addEventListener(safeEvent, heard.safe);
  form.addEventListener(sentEvent, heard.sent);
  document.addEventListener("visibilitychange", heard.hide);
  window.addEventListener("pagehide", heard.hide);
  window.addEventListener("storage", heard.taken);
  return () => {
    heard.hide();
    form.removeEventListener("input", heard.input);
    form.removeEventListener(safeEvent, heard.safe);
    form.removeEventListener(sentEvent, heard.sent);
    document.removeEventListener("visibilitychange", heard.hide);
    window.removeEventListener("pagehide", heard.hide);
    window.removeEventListener("storage", heard.taken);
  };
}

/** The copy at a place, or else the last that a tab kept beside it. */
function readLeft(shared: string): { key: string; copy: KeptCopy } | null {
  try {
    const found = keysAt(Object.keys(localStorage), shared).flatMap((key) => {
      const copy = readStored(key);
      return copy ? [{ key, copy }] : [];
    });
    return (
      found.find(({ key }) => key === shared) ??
      found.sort((a, b) => (a.copy.at < b.copy.at ? 1 : -1))[0] ??
      null
    );
  } catch {
    return null;
  }
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
