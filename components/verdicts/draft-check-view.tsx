import type { EvidenceDto } from "@/lib/claims/dto";
import type { CheckedSentence, DraftCheck } from "@/lib/verdicts/draft-check";
import { KeySwitch } from "@/components/keys/key-switch";
import { ShortcutHint } from "@/components/keys/shortcut-hint";
import { Section } from "@/components/ui/section";
import type { FormAction } from "@/components/ui/form-state";
import { draftCheckWords } from "./draft-check-words";
import { DraftKeys } from "./draft-keys";
import { DraftSentenceRow } from "./draft-sentence-row";

type Props = {
  claimId: string;
  check: DraftCheck;
  evidence: EvidenceDto[];
  /** Fields: claimId, field, index, text, and evidenceIds (with cited: those before) or as=background with reason. Left out: only looked at. */
  cover?: FormAction;
};

const parts = [
  ["finding", "Finding"],
  ["summary", "In short"],
  ["writeUp", "Write-up"],
] as const;

/** Our own draft checked like anybody else's words: each sentence beside what it stands on. */
export function DraftCheckView({ claimId, check, evidence, cover }: Props) {
  const { sentences, counts } = check;
  const beside = sentences.filter(({ cover: on, field }) => on.kind === "open" && field !== "writeUp").length;
  return (
    <>
      <DraftKeys state={stateOf(sentences)} />
      <p className="text-lg font-semibold tabular-nums">{draftCheckWords(counts)}</p>
      <p className="mt-1 max-w-prose text-ink-2">
        {counts.open === 0
          ? "Nothing in the draft is without a source."
          : beside === counts.open
            ? "The gate asks this of the write-up only; finding and points are for you to judge."
            : "What is open in the write-up is open at the gate too."}
      </p>
      {cover ? (
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
      ) : null}
      {parts.map(([field, title]) => {
        const own = sentences.filter((sentence) => sentence.field === field);
        if (own.length === 0) return null;
        return (
          <Section key={field} id={`draft-${field}`} title={title}>
            <ol>
              {own.map((sentence) => (
                <DraftSentenceRow
                  key={`${sentence.index} ${sentence.text}`}
                  claimId={claimId}
                  sentence={sentence}
                  evidence={evidence}
                  cover={cover}
                />
              ))}
            </ol>
          </Section>
        );
      })}
    </>
  );
}

/** Changes whenever a sentence stands on something else. */
function stateOf(sentences: readonly CheckedSentence[]): string {
  return JSON.stringify(sentences.map(({ text, cover }) => [text, cover]));
}
