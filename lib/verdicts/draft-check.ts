import type { Dossier } from "../claims/dossier";
import {
  countSentences,
  draftSentences,
  numbersNotIn,
  type DraftSentence,
  type SentenceCounts,
} from "./draft-sentences";

export type CheckedSentence = DraftSentence & {
  /** Numbers of the sentence that none of the evidence it stands on has. */
  numbersNotThere: string[];
};

export type DraftCheck = {
  counts: SentenceCounts;
  sentences: CheckedSentence[];
};

/** The draft sentence by sentence for desk and API, with the numbers that its evidence does not have. */
export function draftCheck(dossier: Dossier): DraftCheck {
  const sentences = draftSentences(dossier);
  const textsOf = new Map(
    dossier.evidence.map(({ id, quote, shows, translation }) => [
      id,
      [quote?.sentence ?? shows ?? "", quote?.exact ?? "", translation?.text ?? ""],
    ]),
  );
  return {
    counts: countSentences(sentences),
    sentences: sentences.map((sentence) => ({
      ...sentence,
      numbersNotThere:
        sentence.cover.kind === "evidence"
          ? numbersNotIn(
              sentence.text,
              sentence.cover.evidenceIds.flatMap((id) => textsOf.get(id) ?? []),
            )
          : [],
    })),
  };
}
