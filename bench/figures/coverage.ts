import { recognizeNumber } from "@microsoft/recognizers-text-number";
import { parseFigures } from "../../lib/figures/parse-figures";
import { findPeriods } from "../../lib/figures/periods";
import { metric, readRows, share, type Metric } from "./data";

type Row = { claim: string; taxonomy?: string };

/** A year, a day or a month is a time and no amount: such claims may rightly hold no figure. */
const TIMES =
  /\b(?:1[5-9]|20)\d\ds?\b|\b\d{1,2}(?:st|nd|rd|th)?\b(?= (?:January|February|March|April|May|June|July|August|September|October|November|December))|(?<=(?:January|February|March|April|May|June|July|August|September|October|November|December) )\d{1,2}\b/gu;

function hasAmountDigits(text: string): boolean {
  return /(?<![\p{L}\p{N}-])[$€£₹]?\d/u.test(text.replace(TIMES, ""));
}

/** How many numeric claims hold a figure or a period, and which kinds; the library finds numbers, dates and all. */
export function measureCoverage(): { metrics: Metric[]; kinds: Record<string, number> } {
  const claims = readRows<Row>("quantemp_claims_2495");
  const kinds: Record<string, number> = {};
  const hasFigure = (row: Row) => parseFigures(row.claim).length > 0;
  for (const row of claims)
    for (const { measure } of parseFigures(row.claim)) kinds[measure] = (kinds[measure] ?? 0) + 1;
  const withAmount = claims.filter((row) => hasAmountDigits(row.claim));
  const libraryFinds = (rows: Row[]) =>
    rows.filter((row) => recognizeNumber(row.claim, "en-us").length > 0).length;
  const metrics = [
    metric(
      `claims with digits that are no date: a figure is found (${withAmount.length})`,
      share(withAmount.filter(hasFigure).length, withAmount.length),
      { "library, any number": share(libraryFinds(withAmount), withAmount.length) },
    ),
    metric(
      `all claims: a figure or a period is found (${claims.length})`,
      share(
        claims.filter((row) => hasFigure(row) || findPeriods(row.claim).length > 0).length,
        claims.length,
      ),
    ),
  ];
  const sorted = readRows<Row>("quantemp_taxonomy_308");
  for (const kind of ["statistical", "comparison", "interval", "temporal"]) {
    const rows = sorted.filter(({ taxonomy }) => taxonomy === kind);
    metrics.push(
      metric(
        `${kind} (${rows.length}): a figure is found`,
        share(rows.filter(hasFigure).length, rows.length),
        {
          "library, any number": share(libraryFinds(rows), rows.length),
        },
      ),
    );
  }
  return { metrics, kinds };
}
