import type { DeclineReason } from "../claims/vocabulary";
import { percent } from "../core/percent";

/** Something the newsroom chose not to check, and why. */
export type LedgerRow = {
  id: string;
  /** `part`: of a claim that was taken up, or not, without it. */
  what: "claim" | "part" | "tip";
  text: string;
  reason: DeclineReason;
  /** Why, in the desk's words. */
  note: string | null;
  topics: string[];
  /** The site where a reader saw it, `no-address`, or `desk` for what staff entered. */
  source: string;
  cameAt: string;
  decided: { at: string; by: string | null } | null;
  /** Of a tip: the claim that says the same. */
  claimId: string | null;
  /** How that claim stands now: `open` is neither published nor declined. Null of none, and of one that is hidden. */
  claimStands: (typeof claimStandings)[number] | null;
};

export const claimStandings = ["checked", "retracted", "declined", "open"] as const;

/** How many of one kind were chosen and how many were not. */
export type Tally = { key: string; chosen: number; declined: number };

export type LedgerFigures = {
  /** A tip that was taken up counts as its claim, a part that was taken up with its whole. */
  total: { chosen: number; declined: number };
  /** What `total.declined` falls into. */
  declined: { claims: number; parts: number; tips: number };
  /** What nobody decided about yet, counted nowhere else here; who chose a tip decided about its claim. */
  undecided: { claims: number; tips: number };
  reasons: Tally[];
  topics: Tally[];
  months: Tally[];
  sources: Tally[];
};

/** The share that was chosen, 0 to 1; null of nothing. */
function shareChosen({ chosen, declined }: Pick<Tally, "chosen" | "declined">): number | null {
  const all = chosen + declined;
  return all === 0 ? null : chosen / all;
}

/** "62%", whole; "–" of nothing. */
export function shareWords(tally: Pick<Tally, "chosen" | "declined">): string {
  const share = shareChosen(tally);
  return share === null ? "–" : percent(share);
}

/** The `most` largest, by how many there are, then by name; the others as one row `rest`, so that sums stay true. */
export function largest(tallies: readonly Tally[], most: number): Tally[] {
  const size = ({ chosen, declined }: Tally) => chosen + declined;
  const sorted = [...tallies].sort((a, b) => size(b) - size(a) || (a.key < b.key ? -1 : 1));
  if (sorted.length <= most) return sorted;
  const rest = sorted.slice(most - 1);
  const sum = (of: (tally: Tally) => number) => rest.reduce((total, tally) => total + of(tally), 0);
  return [
    ...sorted.slice(0, most - 1),
    { key: "rest", chosen: sum(({ chosen }) => chosen), declined: sum(({ declined }) => declined) },
  ];
}

/** The header and rows of the ledger as CSV cells. */
export function ledgerCells(rows: readonly LedgerRow[]): (string | null)[][] {
  return [
    [
      "came",
      "what",
      "words",
      "reason",
      "why, in our words",
      "topics",
      "source",
      "decided",
      "decided by",
      "claim",
    ],
    ...rows.map((row) => [
      row.cameAt,
      row.what,
      row.text,
      row.reason,
      row.note,
      row.topics.join("; "),
      row.source,
      row.decided?.at ?? null,
      row.decided?.by ?? null,
      row.what === "tip" ? row.claimId : row.id,
    ]),
  ];
}
