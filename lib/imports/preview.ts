import type { ColumnField } from "./columns";
import { sameWordsKey, type PlannedRow } from "./plan-rows";
import type { RowSource } from "./row-source";
import type { OfferedSheet } from "./sheets";

export type Outcome = {
  line: number;
  outcome: "created" | "there" | "failed";
  claimId: string | null;
  /** Of what failed: why. Else what was done besides, if anything. */
  message: string;
};

/** What a row will become, or became: `fate` is what would happen now. */
export type PreviewRow = PlannedRow & {
  fate: "new" | "there" | "repeats" | "not-possible";
  /** The claim that is there already. */
  claimId: string | null;
  /** The earlier row of this sheet that says the same. */
  sameAs: number | null;
  outcome: Outcome | null;
};

export type Counts = {
  fresh: number;
  left: number;
  notPossible: number;
  created: number;
  there: number;
  failed: number;
};

/** A sheet as its page shows it: what its columns hold, and what its rows would become or became. */
export type ImportPreview = {
  id: string;
  name: string;
  hasHeader: boolean;
  mapping: (ColumnField | null)[];
  /** The sheets of its workbook, itself among them; none when it is alone. */
  sheets: OfferedSheet[];
  /** The first row, whether or not it names the columns. */
  header: string[];
  rows: PreviewRow[];
  counts: Counts;
  /** How the page and the quote of each row stand now, for the rows with an address that went through. */
  sources: RowSource[];
};

/**
 * Each row with what would become of it; `there` holds claims that say the same, by `sameWordsKey`. A row that repeats
 * an earlier one adds its evidence to that one's claim.
 */
export function previewRows(
  planned: readonly PlannedRow[],
  there: ReadonlyMap<string, string>,
  outcomes: readonly Outcome[],
): PreviewRow[] {
  const firstLine = new Map<string, number>();
  const byLine = new Map(outcomes.map((outcome) => [outcome.line, outcome]));
  return planned.map((row) => {
    const outcome = byLine.get(row.line) ?? null;
    const facts = { ...row, claimId: null, sameAs: null, outcome };
    if (!row.claim) return { ...facts, fate: "not-possible" };
    const key = sameWordsKey(row.text);
    const earlier = firstLine.get(key);
    const before = earlier === undefined ? undefined : byLine.get(earlier);
    if (before?.outcome === "there") return { ...facts, fate: "there", claimId: before.claimId };
    const claimId = before?.outcome === "created" ? undefined : there.get(key);
    if (claimId) {
      firstLine.set(key, earlier ?? row.line);
      return { ...facts, fate: "there", claimId };
    }
    if (earlier !== undefined) return { ...facts, fate: "repeats", sameAs: earlier };
    firstLine.set(key, row.line);
    return { ...facts, fate: "new" };
  });
}

/**
 * How many rows of each kind; `left` is what an import would go through now, `fresh` the claims it would make, `failed` what
 * can be tried again: a row that failed and that could not be imported as it is now is one of `notPossible`.
 */
export function countRows(rows: readonly PreviewRow[]): Counts {
  const count = (test: (row: PreviewRow) => boolean) => rows.filter(test).length;
  return {
    fresh: count((row) => !row.outcome && row.fate === "new"),
    left: count((row) => !row.outcome && row.claim !== null),
    notPossible: count((row) => (!row.outcome || hasFailed(row)) && row.claim === null),
    created: count((row) => row.outcome?.outcome === "created"),
    there: count((row) => row.outcome?.outcome === "there"),
    failed: count((row) => hasFailed(row) && row.claim !== null),
  };
}

const hasFailed = ({ outcome }: PreviewRow) => outcome?.outcome === "failed";
