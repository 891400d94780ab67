/** How the number is bounded as it is asserted: `almost` and `about` are `about`, `up to` is `at-most`. */
export type Bound = "exact" | "at-least" | "at-most" | "about" | "range" | "vague";

/**
 * A number asserted by a claim or a quote. Amounts are plain units (34 million dollars is 34_000_000 `USD`).
 * `null` means not stated: it is never guessed.
 */
export type Figure = {
  id: string;
  low: number | null;
  high: number | null;
  bound: Bound;
  /** `money`, `count`, `percent`, `percentage-points`, `year`, `duration`, `length`, `mass`, `other`. */
  measure: string;
  /** ISO 4217 code, `%`, `pp`, or the noun counted ("cars"); `null` when the text names none. */
  unit: string | null;
  /** Calendar period the number covers, ISO dates, either side open. */
  period: { from: string | null; to: string | null } | null;
  /** What it covers: places, products, people, as the text says ("South Korean parts"). */
  scope: string[];
  asOf: string | null;
  verbatim: string;
  /** Code points in the text it was parsed from. */
  start: number;
  end: number;
};
