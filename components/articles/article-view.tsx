"use client";

import { useEffect, useMemo, useRef, useState, useTransition, type ReactNode } from "react";
import type { CaptureDto, HighlightDto, SuggestedClaimDto } from "@/lib/articles/dto";
import type { Stance } from "@/lib/claims/vocabulary";
import { usePendingEvidence } from "@/components/evidence/pending-evidence";
import { noteAnswer, nothingSent } from "@/components/ui/connection";
import type { FormAction, FormState } from "@/components/ui/form-state";
import { lostAnswer, notSure } from "@/components/ui/guarded-action";
import { nameAccount, usePageAccount } from "@/components/ui/page-account";
import { noteDone, onUndoOffer } from "@/components/ui/undo-store";
import { useKeysFor } from "@/components/keys/keys-provider";
import { useShortcut } from "@/components/keys/use-shortcut";
import { places } from "@/components/layout/places";
import { cutBlocks, passagesOf, sentencesOf, type Span } from "./article-segments";
import { ArticleKeys } from "./article-keys";
import { ArticleText } from "./article-text";
import { BegunClaim, useBegunClaim } from "./begun-claim";
import { LoggedLine, NotLogged, type Logged } from "./logged-line";
import { SelectionToolbar } from "./selection-toolbar";
import { quoteForm, type ChosenQuote } from "./quote-form-data";
import { useChosenQuote } from "./use-chosen-quote";

export type ArticleViewProps = {
  articleId: string;
  outlet: string | null;
  language: string | null;
  /** A first line that says the same is set as the headline. */
  title?: string | null;
  capture: CaptureDto;
  highlights: HighlightDto[];
  suggested: SuggestedClaimDto[];
  /** Places that the page's links lead to. */
  linked?: readonly Span[];
  /** The claim in hand; without one the person chooses from `claims`. */
  claim: { id: string; text: string } | null;
  claims?: { id: string; text: string; besides?: string | null }[];
  logEvidence?: FormAction;
  createClaim?: FormAction;
};

/** The words of a capture. Select some, press a key, and they are evidence; the article keeps its place. */
export function ArticleView(props: ArticleViewProps) {
  const { articleId, outlet, language, capture, claim, claims = [], logEvidence, createClaim } = props;
  const [whole, setWhole] = useState(false);
  const [target, setTarget] = useState("");
  const [answer, setAnswer] = useState<FormState>(null);
  const [logged, setLogged] = useState<Logged | null>(null);
  const [cancelled, setCancelled] = useState<string | null>(null);
  const [isSending, startSending] = useTransition();
  const text = useRef<HTMLDivElement>(null);
  const account = usePageAccount();
  const pending = usePendingEvidence();
  const { points, blocks, sentences } = useBlocks(props, whole, pending.rows);
  const chosen = useChosenQuote(text, points);
  const begun = useBegunClaim(capture.id, blocks, chosen);

  // Whatever is done next, or that it is taken back, makes it old news.
  useEffect(
    () =>
      onUndoOffer(() => {
        setLogged(null);
        setCancelled(null);
      }),
    [],
  );

  function send(action: FormAction, form: FormData, before?: () => void, after?: () => void) {
    setAnswer(null);
    setLogged(null);
    setCancelled(null);
    if (!navigator.onLine) return setAnswer({ ok: false, message: nothingSent, isUnsent: true });
    nameAccount(form, account.current);
    startSending(async () => {
      before?.();
      try {
        const state = await action(null, form);
        noteAnswer(true);
        if (state && !state.ok) return setAnswer(state);
        noteDone(state);
        setCancelled(state?.cancelled ?? null);
        after?.();
      } catch (error) {
        const lost = lostAnswer(error, notSure("done", "the claim"), "Load the page again.");
        setAnswer({ ok: false, message: lost.message, isUnsure: !lost.isRenewed });
      }
    });
  }

  function log(quote: ChosenQuote, stance: Stance, claimId: string) {
    if (!logEvidence) return;
    const form = quoteForm(quote, { articleId, captureId: capture.id, claimId, stance });
    const { exact, start, end } = quote;
    const key = `${claimId}-${stance}-${start}-${end}`;
    const words = claim?.text ?? claims.find(({ id }) => id === claimId)?.text ?? "the claim";
    if (navigator.onLine) chosen.clear();
    send(
      logEvidence,
      form,
      () => pending.add({ key, claimId, stance, exact, outlet, start, end }),
      () => setLogged({ claimId, words, stance }),
    );
  }

  function create(quote: ChosenQuote, words: string, onMade: () => void) {
    if (!createClaim) return;
    const fields = { articleId, captureId: capture.id, text: words, verbatim: quote.exact };
    // What was typed stays in the toolbar until a claim was made of it.
    send(createClaim, quoteForm(quote, fields), undefined, () => [onMade(), begun.end(), chosen.clear()]);
  }

  const choose = (step: 1 | -1, extend: boolean) => {
    if (!text.current?.contains(document.activeElement)) return false;
    chosen.chooseSentence(sentences, step, extend);
    return true;
  };
  useShortcut("article.next", () => choose(1, false));
  useShortcut("article.previous", () => choose(-1, false));
  useShortcut("article.take-next", () => choose(1, true));
  const [next, previous] = [useKeysFor("article.next"), useKeysFor("article.previous")];

  return (
    <div className="relative">
      <AboveText whole={whole} onWhole={setWhole}>
        {createClaim ? <BegunClaim words={begun.words} goOn={begun.goOn} putOff={begun.putOff} /> : null}
      </AboveText>
      <LoggedLine logged={claim ? null : logged} cancelled={cancelled} />
      {answer ? <NotLogged answer={answer} /> : null}
      <div
        ref={text}
        role="group"
        tabIndex={0}
        id="article-text"
        aria-label={`Text of the article. Select words, or press ${next || "no key"} and ${previous || "no key"} to choose a sentence.`}
        lang={language ?? undefined}
        className="max-w-[36em] font-serif text-read"
      >
        <ArticleText blocks={blocks} headline={props.title ?? null} />
      </div>
      {chosen.quote && (logEvidence || createClaim) ? (
        <SelectionToolbar
          quote={chosen.quote}
          place={chosen.place}
          claim={claim}
          claims={claims}
          target={target}
          onTarget={setTarget}
          onLog={logEvidence ? log : null}
          onCreate={createClaim ? create : null}
          captureId={capture.id}
          isSending={isSending}
          isBegun={begun.isGoneOnWith}
          onClose={() => {
            begun.end();
            chosen.clear();
            text.current?.focus({ preventScroll: true });
          }}
        />
      ) : null}
    </div>
  );
}

type AboveTextProps = { whole: boolean; onWhole: (whole: boolean) => void; children: ReactNode };

/** The line above the text; where `children` lie over it, nothing under them takes the focus. */
function AboveText({ whole, onWhole, children }: AboveTextProps) {
  return (
    <div className="relative mb-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-3 [&:has(>[role=status]>button)>.under-tools]:invisible">
      <div className="under-tools contents">
        <label className="flex min-h-6 items-center gap-2">
          <input
            type="checkbox"
            checked={whole}
            onChange={(event) => onWhole(event.target.checked)}
            className="size-4 accent-ink"
          />
          Whole capture, not only the main text
        </label>
        <ArticleKeys />
      </div>
      {children}
    </div>
  );
}

type PendingSpan = Span & { claimId: string };

function useBlocks(props: ArticleViewProps, whole: boolean, pending: PendingSpan[]) {
  const { capture, highlights, suggested, linked, claim, language } = props;
  const points = useMemo(() => Array.from(capture.fullText), [capture.fullText]);
  const claimId = claim?.id ?? null;
  const blocks = useMemo(() => {
    const ranges: [number, number][] = whole ? [[0, points.length]] : capture.mainRanges;
    const onTheirWay = pending.map(({ start, end }) => ({
      start,
      end,
      look: "pending" as const,
      label: "being saved as evidence",
      href: null,
    }));
    const passages = passagesOf(highlights, suggested, claimId, places.claim);
    return cutBlocks(points, ranges, [...onTheirWay, ...passages], linked);
  }, [points, capture.mainRanges, whole, highlights, suggested, linked, claimId, pending]);
  const sentences = useMemo(() => sentencesOf(points, blocks, language), [points, blocks, language]);
  return { points, blocks, sentences };
}
