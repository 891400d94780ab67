"use client";

import { startTransition, useCallback, useMemo, useState, type ReactNode } from "react";
import type { CheckedSentence, DraftCheck } from "@/lib/verdicts/draft-check";
import { KeySwitch } from "@/components/keys/key-switch";
import { ShortcutHint } from "@/components/keys/shortcut-hint";
import { Section } from "@/components/ui/section";
import type { FormAction } from "@/components/ui/form-state";
import { useHasScripts } from "@/components/ui/has-scripts";
import type { CitedEvidence } from "./cited-evidence";
import { CoverForms } from "./cover-forms";
import { draftCheckWords, keyOf } from "./draft-check-words";
import { DraftKeys } from "./draft-keys";
import { DraftSentenceRow } from "./draft-sentence-row";

type Props = {
  claimId: string;
  check: DraftCheck;
  evidence: readonly CitedEvidence[];
  /** The sentence in hand, as the address names it. */
  at: string | null;
  /** Fields: claimId, field, index, text, and evidenceIds (with cited: those before) or as=background with reason. Left out: only looked at. */
  cover?: FormAction;
  /** Who else writes in the draft; it stands with the forms of the sentence in hand, and says when they are written in. */
  writing?: ReactNode;
};

const parts = [
  ["finding", "Finding"],
  ["summary", "In short"],
  ["writeUp", "Write-up"],
] as const;

/**
 * Our own draft checked like anybody else's words: each sentence beside what it stands on. The sentence in hand has the forms
 * that give it something else; of two hundred sentences with the evidence to choose from in each nobody would see the page.
 */
export function DraftCheckView({ claimId, check, evidence, at, cover, writing }: Props) {
  const { sentences, counts } = check;
  const state = stateOf(sentences);
  const [chosen, setChosen] = useState<Chosen>({ key: at, state });
  const inHand = cover ? sentenceInHand(sentences, chosen, state) : null;
  const take = (key: string) => setChosen({ key, state });
  const noteDone = useCallback(() => setChosen((now) => ({ ...now, isSent: false })), []);
  const mark = useNotedAction(cover, noteDone);
  return (
    <>
      <DraftKeys state={state} take={take} />
      <p className="text-lg font-semibold tabular-nums">{draftCheckWords(counts)}</p>
      <p className="mt-1 max-w-prose text-ink-2">{whatIsOpen(check)}</p>
      {cover ? <KeysOfDraft /> : null}
      {parts.map(([field, title]) => {
        const own = sentences.filter((sentence) => sentence.field === field);
        if (own.length === 0) return null;
        return (
          <Section key={field} id={`draft-${field}`} title={title}>
            <ol onSubmit={() => inHand && setChosen({ key: keyOf(inHand), state, isSent: true })}>
              {own.map((sentence) => (
                <DraftSentenceRow
                  key={sentence.index}
                  claimId={claimId}
                  sentence={sentence}
                  evidence={evidence}
                  take={cover ? take : null}
                >
                  {mark && sentence === inHand ? (
                    <CoverForms {...{ claimId, sentence, evidence, writing }} cover={mark} />
                  ) : null}
                </DraftSentenceRow>
              ))}
            </ol>
          </Section>
        );
      })}
    </>
  );
}

/** The action as it is until scripts run; afterwards one that says when it was done. */
function useNotedAction(action: FormAction | undefined, noteDone: () => void): FormAction | undefined {
  const hasScripts = useHasScripts();
  return useMemo(() => {
    if (!action || !hasScripts) return action;
    return async (before, form) => {
      const answer = await action(before, form);
      if (answer?.ok) startTransition(noteDone);
      return answer;
    };
  }, [action, hasScripts, noteDone]);
}

function KeysOfDraft() {
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-3 [@media(hover:none)_and_(pointer:coarse)]:hidden">
      <span>
        Next open <ShortcutHint id="draft.next" />
      </span>
      <span>
        Cite <ShortcutHint id="draft.cite" />
      </span>
      <span>
        Background <ShortcutHint id="draft.background" />
      </span>
      <span>
        Undo <ShortcutHint id="undo" />
      </span>
      <KeySwitch />
    </p>
  );
}

function whatIsOpen({ counts: { open, toJudge } }: DraftCheck): string {
  if (open + toJudge === 0) return "Nothing in the draft is without a source.";
  const atGate =
    open > 0 ? "Open is what the gate asks for: a sentence of the write-up without a source. " : "";
  const besides =
    "Finding and points stand on the write-up; where no sentence of it with a source has the same names and numbers, it is yours to judge.";
  return `${atGate}${toJudge > 0 ? besides : ""}`.trim();
}

/** `isSent`: something was sent of it, and it was not answered that this is done. */
type Chosen = { key: string | null; state: string; isSent?: boolean };

/**
 * The one that was chosen, until it or another stands on something else; then the next open one. What was sent of it and
 * refused is said beside it, whatever it stands on by then.
 */
function sentenceInHand(
  sentences: readonly CheckedSentence[],
  chosen: Chosen,
  state: string,
): CheckedSentence | null {
  const place = sentences.findIndex((sentence) => keyOf(sentence) === chosen.key);
  const isOpen = ({ cover }: CheckedSentence) => cover.kind === "open";
  const one = sentences[place];
  if (one && (chosen.isSent || chosen.state === state || isOpen(one))) return one;
  return sentences.slice(Math.max(place, 0)).find(isOpen) ?? sentences.find(isOpen) ?? null;
}

/** Changes whenever a sentence stands on something else. */
function stateOf(sentences: readonly CheckedSentence[]): string {
  return JSON.stringify(sentences.map(({ text, cover }) => [text, cover]));
}
