/** One note of a legal read, as the desk shows it. */
export type LegalReadDto = {
  id: string;
  kind: "asked" | "read";
  reader: string;
  at: string;
  notedBy: string;
  /** The draft changed after it was read; never of what stands in public as it was read. */
  isStale: boolean;
};

/** The notes, newest first, and what the draft comes to now: a read that is noted holds for that. */
export type LegalReadsDto = { draftHash: string; isWanted: boolean; reads: LegalReadDto[] };
