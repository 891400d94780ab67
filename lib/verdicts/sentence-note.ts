/** The parts of a draft whose sentences are checked one by one. */
export const draftFields = ["finding", "summary", "writeUp"] as const;
export type DraftField = (typeof draftFields)[number];

/**
 * What a person said about one sentence of a draft, kept beside it and never published: why it is background, and for
 * finding and points, whose text carries no marks, the evidence it rests on. It holds while the sentence reads as it did.
 */
export type SentenceNote = {
  field: DraftField;
  /** The sentence's words as they are read. */
  text: string;
  evidenceIds: string[];
  /** Why it needs no evidence; null when it rests on some. */
  background: string | null;
};
