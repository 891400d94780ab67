"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { keyOf, stepOf } from "@/lib/shortcuts/bindings";
import { formsSavedByKey, isSentInHand } from "@/lib/shortcuts/shortcuts";
import { places } from "@/components/layout/places";
import { notePageAsked } from "@/components/layout/under-way";
import { openPage } from "@/components/ui/connection";
import { wantUndo } from "@/components/ui/undo-store";
import { focusOn } from "./focus-on";
import { isComposing } from "./is-composing";
import { useKeys } from "./keys-provider";
import { runShortcut, useShortcut } from "./use-shortcut";

const KeysHelp = lazy(async () => ({ default: (await import("./keys-help")).KeysHelp }));

/** The second of two keys comes within this time, or it is a key by itself. */
const chordMs = 1500;

const destinations = {
  "go.queue": places.queue,
  "go.all": `${places.queue}?needs=all`,
  "go.articles": places.articles,
  "go.tips": places.tips,
  "go.tasks": places.tasks,
  "go.originals": places.originals,
  "go.published": places.published,
  "go.figures": places.figures,
  "go.settings": places.settings,
  "go.new-claim": places.newClaim,
  "go.add-article": places.addArticle,
} as const;

/** Hears every key of the desk and does what the table of keys says; nothing while somebody types. */
export function KeysHandler() {
  const { isOn, bindings } = useKeys();
  const [isHelp, setHelp] = useState(false);
  const begun = useRef<{ first: string; at: number } | null>(null);
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const key = keyOf(event, bindings);
      if (event.defaultPrevented || isComposing(event) || !key) return;
      if (!key.startsWith("Mod+") && (isTyping(event.target) || document.querySelector("dialog[open]")))
        return;
      const first =
        begun.current && event.timeStamp - begun.current.at < chordMs ? begun.current.first : null;
      begun.current = null;
      let step = stepOf(bindings, isOn, first, key);
      if (step.kind === "none" && first !== null) step = stepOf(bindings, isOn, null, key);
      if (step.kind === "wait") begun.current = { first: step.first, at: event.timeStamp };
      // Held down, it is one wish still, but to go on through a list or a text.
      if (step.kind === "run" && event.repeat && !step.ids.every((id) => goesOn.test(id)))
        return event.preventDefault();
      if (step.kind === "wait" || (step.kind === "run" && runShortcut(step.ids))) event.preventDefault();
    }
    document.addEventListener("keydown", onKey);
    document.documentElement.dataset.keys = "heard";
    return () => document.removeEventListener("keydown", onKey);
  }, [bindings, isOn]);
  useShortcut("help", () => {
    setHelp(true);
    return true;
  });
  return (
    <>
      <Everywhere />
      {isHelp ? (
        <Suspense>
          <KeysHelp onClose={() => setHelp(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

const goesOn = /[.-](next|previous)$/;

/** What has a key on every page. */
function Everywhere() {
  useShortcut("search", focusSearch);
  useShortcut("save", () => sendForm((id) => formsSavedByKey.includes(id)) || goToNextStep());
  useShortcut("send", () => sendForm(isSentInHand));
  useShortcut("send-too", () => sendForm(isSentInHand));
  useShortcut("undo", () => wantUndo() || press(document.querySelector<HTMLElement>("[data-undo]")));
  return (
    <>
      {Object.entries(destinations).map(([id, href]) => (
        <Go key={id} id={id as keyof typeof destinations} href={href} />
      ))}
    </>
  );
}

function Go({ id, href }: { id: keyof typeof destinations; href: string }) {
  const router = useRouter();
  useShortcut(id, () => {
    openPage(() => {
      notePageAsked(href);
      router.push(href);
    });
    return true;
  });
  return null;
}

function focusSearch(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement>("#queue-q, #desk-search");
  const field = [...fields].find((one) => one.checkVisibility());
  if (field) {
    field.focus();
    field.select();
    return true;
  }
  return press(document.querySelector<HTMLElement>(`a[href="${places.search}"]`));
}

/** Sends the form in hand, or the one form of the page that is written in; only those that a key may send. */
function sendForm(isSent: (formId: string) => boolean): boolean {
  const around = document.activeElement?.closest("form");
  const form = around ?? document.querySelector<HTMLFormElement>("main #claim-form, main #add-article");
  if (!form || !isSent(form.id)) return false;
  // Pressed, so that a button that has to wait waits; a form without one, as over a conflict, says itself what comes next.
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
  if (button) button.click();
  else form.requestSubmit();
  return true;
}

/** On a claim: to what comes next, which Enter then does: for who may sign the page that they sign on, else a button. */
function goToNextStep(): boolean {
  const reading = document.querySelector<HTMLElement>("#next > a.button-primary");
  if (reading) return focusOn(reading);
  const steps = [...document.querySelectorAll<HTMLElement>("#claim-events button[name=event]")];
  const next = steps.find((step) => step.getAttribute("value") !== "return") ?? steps[0];
  return focusOn(next);
}

function press(element: HTMLElement | null): boolean {
  element?.click();
  return Boolean(element);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target.isContentEditable || ["TEXTAREA", "SELECT"].includes(target.tagName);
}
