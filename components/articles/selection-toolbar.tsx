"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Stance } from "@/lib/claims/vocabulary";
import { stanceWords } from "@/components/evidence/stance-words";
import { isComposing } from "@/components/keys/is-composing";
import { ShortcutHint } from "@/components/keys/shortcut-hint";
import { useShortcut } from "@/components/keys/use-shortcut";
import { BesidesLine, useAsksFirst } from "@/components/ui/asks-first";
import { BackFrom } from "@/components/ui/form";
import { useKeeping } from "@/components/ui/kept-here";
import { Kbd } from "@/components/ui/kbd";
import { useTouched } from "@/components/ui/still-here";
import { noteSafe, useKeptCopy } from "@/components/ui/use-kept-copy";
import { isolated } from "@/lib/core/isolate";
import type { ShortcutId } from "@/lib/shortcuts/shortcuts";
import { chosenWordsPlace } from "./begun-claim";
import type { ChosenQuote } from "./quote-form-data";
import type { ChosenPlace } from "./use-chosen-quote";

/** `besides`: what logging to it does besides, in one sentence. */
type Claim = { id: string; text: string; besides?: string | null };

type Create = (quote: ChosenQuote, text: string, onMade: () => void) => void;

type Props = {
  quote: ChosenQuote;
  place: ChosenPlace;
  claim: Claim | null;
  claims: Claim[];
  /** The claim that the person chose from `claims`; none is chosen for them. */
  target: string;
  onTarget: (claimId: string) => void;
  onLog: ((quote: ChosenQuote, stance: Stance, claimId: string) => void) | null;
  /** `onMade` is to be called once there is a claim. */
  onCreate: Create | null;
  /** The capture of which the words are. */
  captureId: string;
  /** Something is on its way: no claim is made of the words twice. */
  isSending: boolean;
  /** A claim was begun with these words before, and is gone on with. */
  isBegun: boolean;
  onClose: () => void;
};

const stanceKeys: [ShortcutId, Stance][] = [
  ["article.supports", "supports"],
  ["article.disputes", "disputes"],
  ["article.context", "context"],
];

const besidesId = "chosen-words-besides";
const missedId = "chosen-words-no-claim";

const toolClass =
  "inline-flex min-h-8 items-center gap-1.5 rounded-sm px-2 hover:bg-paper/15 aria-disabled:opacity-60";

/** What can be done with the chosen words: one press each. */
export function SelectionToolbar(props: Props) {
  const { quote, place, claim, claims, target, onLog, onCreate, onClose } = props;
  const bar = useRef<HTMLDivElement>(null);
  const [isNaming, setNaming] = useState(props.isBegun);
  const [isClaimMissed, setClaimMissed] = useState(false);
  const claimId = claim?.id ?? target;
  const aimedAt = claim ?? claims.find(({ id }) => id === target);
  const asks = useAsksFirst(`${claimId}-${quote.start}-${quote.end}`, aimedAt?.besides);
  const choosesClaim = !claim && onLog !== null && claims.length > 0;

  useLayoutEffect(() => {
    if (bar.current) putBeside(bar.current, place);
  }, [place, isNaming, asks.isAsking, asks.besides, isClaimMissed]);

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (isComposing(event)) return;
      if (event.key === "Escape") return onClose();
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "Enter" && !bar.current?.contains(event.target as Node)) {
        bar.current?.querySelector<HTMLElement>("select, button:not([aria-disabled])")?.focus();
        return event.preventDefault();
      }
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [onClose]);
  useShortcut("article.supports", () => log("supports"));
  useShortcut("article.disputes", () => log("disputes"));
  useShortcut("article.context", () => log("context"));
  useShortcut("article.new-claim", () => {
    if (onCreate) setNaming(true);
    return onCreate !== null;
  });

  function log(stance: Stance): boolean {
    if (onLog && claimId) {
      if (!asks.isHeld(stance)) onLog(quote, stance, claimId);
    } else if (choosesClaim) {
      setClaimMissed(true);
      bar.current?.querySelector("select")?.focus();
    } else return false;
    return true;
  }

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Use the chosen words"
      data-keeps-choice=""
      onMouseDown={(event) => isTyping(event.target) || event.preventDefault()}
      className="absolute left-0 z-1 max-w-full select-none rounded-md border border-ink bg-ink p-1 text-sm font-medium text-paper **:focus-visible:outline-paper"
    >
      <p role="status" className="sr-only">
        Chosen: {quote.exact}
      </p>
      {isNaming && onCreate ? (
        <NewClaim
          quote={quote}
          captureId={props.captureId}
          isSending={props.isSending}
          onCreate={onCreate}
          onCancel={() => setNaming(false)}
        />
      ) : (
        <>
          {choosesClaim ? <TargetClaim claims={claims} target={target} onTarget={props.onTarget} /> : null}
          <div className="flex items-start gap-0.5">
            <div className="flex flex-wrap gap-0.5">
              {onLog && (claimId || choosesClaim)
                ? stanceKeys.map(([key, stance]) => (
                    <button
                      key={key}
                      type="button"
                      className={toolClass}
                      aria-disabled={!claimId || undefined}
                      aria-describedby={!claimId ? missedId : asks.besides === null ? undefined : besidesId}
                      onClick={() => (claimId ? log(stance) : setClaimMissed(true))}
                    >
                      {stanceWords[stance]} <ShortcutHint id={key} />
                    </button>
                  ))
                : null}
              {onCreate ? (
                <button type="button" className={toolClass} onClick={() => setNaming(true)}>
                  New claim <ShortcutHint id="article.new-claim" />
                </button>
              ) : null}
            </div>
            <button
              type="button"
              className={`${toolClass} shrink-0`}
              aria-label="Close"
              title="Close (Esc)"
              onClick={onClose}
            >
              <span aria-hidden="true">×</span>
            </button>
          </div>
          {choosesClaim && !claimId ? (
            <p
              id={missedId}
              role="status"
              className={isClaimMissed ? "px-2 pt-1 pb-0.5 font-normal" : "sr-only"}
            >
              {isClaimMissed
                ? "Nothing was logged: choose above which claim the words are evidence for."
                : ""}
            </p>
          ) : null}
          {onLog && claimId ? <BesidesLine id={besidesId} asks={asks} inverse /> : null}
        </>
      )}
    </div>
  );
}

type TargetProps = { claims: Claim[]; target: string; onTarget: (claimId: string) => void };

/** Which claim the words are logged to. Until one is chosen there is nothing that a key could log. */
function TargetClaim({ claims, target, onTarget }: TargetProps) {
  return (
    <label className="mb-1 flex items-center gap-2 px-2 pt-1">
      Evidence for
      <select
        value={target}
        onChange={(event) => onTarget(event.target.value)}
        className="control max-w-96 text-ink"
      >
        <option value="">Choose a claim first</option>
        {claims.map((item) => (
          <option key={item.id} value={item.id}>
            {isolated(item.text)}
          </option>
        ))}
      </select>
    </label>
  );
}

type NewClaimProps = {
  quote: ChosenQuote;
  captureId: string;
  isSending: boolean;
  onCreate: Create;
  onCancel: () => void;
};

/** What is written here is kept in this browser, as of every form, under the place where it was begun. */
function NewClaim({ quote, captureId, isSending, onCreate, onCancel }: NewClaimProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  // Other words may be chosen while it is written.
  const [place] = useState(() => chosenWordsPlace(captureId, quote));
  // Before words are put back, which touches the form too.
  useTouched(form);
  const { backFrom, throwAway } = useKeptCopy(form, place);
  useKeeping(form, "keeps");
  useEffect(() => {
    const area = field.current;
    if (area?.value === area?.defaultValue) area?.select();
    // Words that were put back are gone on with, and no key replaces them.
    else area?.focus();
  }, []);
  const create = () => {
    const element = form.current;
    if (!element || isSending) return;
    onCreate(quote, field.current?.value.trim() || quote.exact, () => noteSafe(element));
  };
  return (
    <form
      ref={form}
      className="w-96 max-w-full p-1"
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
    >
      {backFrom ? <BackFrom {...backFrom} throwAway={throwAway} inverse /> : null}
      <label htmlFor="new-claim-text">What we check</label>
      <textarea
        ref={field}
        id="new-claim-text"
        name="text"
        defaultValue={quote.exact}
        rows={2}
        className="control mt-1"
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return;
          event.preventDefault();
          create();
        }}
      />
      <p className="mt-1 font-normal">The words as published are kept beside it.</p>
      <div className="mt-1 flex gap-1">
        <button type="submit" className={toolClass} aria-disabled={isSending || undefined}>
          {isSending ? "Making it a claim…" : "Make this a claim"} <Kbd>Enter</Kbd>
        </button>
        <button type="button" className={toolClass} onClick={onCancel}>
          Back
        </button>
      </div>
    </form>
  );
}

const gapPx = 8;

/** Below the words; above them where the pane ends too soon. */
function putBeside(bar: HTMLElement, { top, bottom }: ChosenPlace) {
  bar.style.setProperty("top", `${bottom + gapPx}px`);
  const box = bar.getBoundingClientRect();
  const floor = bar.closest(".pane")?.getBoundingClientRect().bottom ?? window.innerHeight;
  const above = top - box.height - gapPx;
  if (box.bottom > Math.min(floor, window.innerHeight) && above >= 0)
    bar.style.setProperty("top", `${above}px`);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName))
  );
}
