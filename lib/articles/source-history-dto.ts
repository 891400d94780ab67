/** How a look at a source came out, as the desk shows it: the worst that it found. */
export type LookOutcome = "copied" | "same" | "altered" | "gone" | "missing" | "unreachable" | "blocked";

/** One copy of, or look at, a source. */
export type LookDto = {
  id: string;
  at: string;
  outcome: LookOutcome;
  method: "fetched" | "uploaded" | "pasted";
  /** Null: the schedule. */
  by: string | null;
  /** A copy was kept. */
  isCopy: boolean;
  /** What to tell a person when it could not be read. */
  detail: string | null;
};

/** A passage whose words are not what was quoted, when last compared. */
export type ChangedQuoteDto = {
  quoteId: string;
  outcome: "altered" | "gone";
  was: string;
  is: string | null;
  method: "fetched" | "uploaded" | "pasted";
  checkedAt: string;
  claims: { id: string; text: string }[];
};

/**
 * All looks of so many days are kept; of older ones those that said the same as the look before and the look after are let go
 * of by `thin_looks` of the database, which has the same number.
 */
export const allLooksKeptDays = 90;

export type SourceHistoryDto = {
  /** Oldest first. */
  looks: LookDto[];
  /** How many older ones are not listed. */
  earlier: number;
  changed: ChangedQuoteDto[];
  watch: { isOn: boolean; isWatched: boolean; nextCheckAt: string | null; failures: number };
};
