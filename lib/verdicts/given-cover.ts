import type { DraftSentence } from "./draft-sentences";

/** Evidence it rests on, or why it is background; neither leaves it open. */
export type GivenCover = { evidenceIds: string[]; background: string | null };

/**
 * The hidden field with the cover that a form read. Not kept with words that come back after a reload: whoever presses its
 * button then has the cover of now before them.
 */
export const coverReadField = "coverAsRead";

/** What a person gave a sentence so far; what a rule found is not theirs. */
export function coverGiven({ cover }: Pick<DraftSentence, "cover">): GivenCover {
  if (cover.kind === "evidence" && cover.from === null)
    return { evidenceIds: cover.evidenceIds, background: null };
  if (cover.kind === "background" && !cover.byRule)
    return { evidenceIds: [], background: cover.reason ?? "No reason was given." };
  return { evidenceIds: [], background: null };
}

/** Whether two covers are the same: in which order evidence is cited says nothing. */
export function sameCover(a: GivenCover, b: GivenCover): boolean {
  const ids = ({ evidenceIds }: GivenCover) => [...new Set(evidenceIds)].sort().join(" ");
  return a.background === b.background && ids(a) === ids(b);
}
