/** Something a person was told. */
export type NewsDto = {
  id: string;
  kind: string;
  text: string;
  claim: { id: string; text: string } | null;
  articleId: string | null;
  createdAt: string;
  /** Of a publication that was cancelled: what was done that did it, as events of the log; empty for all else. */
  acts: string[];
  /** What became of what it asked for, as "signed since"; null while that is still to be done, or where it asked for nothing. */
  settled: string | null;
  /** The claim waits for this person's signature. */
  isToSign: boolean;
  isNew: boolean;
};
