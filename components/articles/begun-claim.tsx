"use client";

import { useMemo, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { accountOfPage } from "@/components/ui/page-account";
import { keptKey, newestKept } from "@/lib/kept/kept-copy";
import type { Span } from "./article-segments";

/** Where what somebody writes about words of a copy is kept. */
export const chosenWordsPlace = (captureId: string, { start, end }: Span) =>
  `chosen-words:${captureId}:${start}-${end}`;

/**
 * The words of this copy about which somebody wrote last without making a claim of it, as long as they are among the `blocks`
 * that are shown; null when there are none, or not now, or others are `chosen`.
 */
export function useBegunClaim(
  captureId: string,
  blocks: readonly Span[],
  { quote: chosen, chooseSpan }: { quote: Span | null; chooseSpan: (span: Span) => void },
) {
  const key = useSyncExternalStore(
    onStore,
    () => newestOf(captureId),
    () => null,
  );
  const [putOff, setPutOff] = useState<string | null>(null);
  const [goneOnWith, goOnWith] = useState<Span | null>(null);
  const begun = useMemo(() => (key === putOff ? null : spanIn(key)), [key, putOff]);
  const isThere = (at: number) => blocks.some(({ start, end }) => start <= at && at <= end);
  return {
    words: begun && !chosen && isThere(begun.start) && isThere(begun.end) ? begun : null,
    putOff: () => setPutOff(key),
    goOn: () => {
      goOnWith(begun);
      if (begun) chooseSpan(begun);
    },
    end: () => goOnWith(null),
    /** The chosen words are those with which the claim is gone on. */
    isGoneOnWith: goneOnWith?.start === chosen?.start && goneOnWith?.end === chosen?.end,
  };
}

function onStore(changed: () => void): () => void {
  window.addEventListener("storage", changed);
  return () => window.removeEventListener("storage", changed);
}

function newestOf(captureId: string): string | null {
  const account = accountOfPage();
  try {
    return account && newestKept(localStorage, keptKey(account, `chosen-words:${captureId}:`), new Date());
  } catch {
    // Without a store there is no copy.
    return null;
  }
}

function spanIn(key: string | null): Span | null {
  const [, start, end] = /:(\d+)-(\d+)(?:~|$)/.exec(key ?? "") ?? [];
  return start && end ? { start: Number(start), end: Number(end) } : null;
}

type Props = { words: Span | null; goOn: () => void; putOff: () => void };

/**
 * Says that a claim was begun with words of the article, and goes on with it. It lies over the line above the text, which
 * comes back: nothing moves when it appears.
 */
export function BegunClaim({ words, goOn, putOff }: Props) {
  return (
    <div
      role="status"
      className={
        words ? "absolute inset-0 flex items-center gap-x-2 bg-paper [&>button]:shrink-0" : "sr-only"
      }
    >
      {words ? (
        <>
          <span className="min-w-0 truncate max-tabs:hidden">You began a claim with words from here.</span>
          <Button look="quiet" small onClick={goOn}>
            Go on with the new claim
          </Button>
          <Button look="quiet" small onClick={putOff}>
            Not now
          </Button>
        </>
      ) : null}
    </div>
  );
}
