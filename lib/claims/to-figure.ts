import type { Figure } from "../figures/figure";
import type { ClaimWithAll } from "./dossier-rows";

type FigureRow = ClaimWithAll["figures"][number];

/** A figure row as the ledger's plain shape. */
export function toFigure(row: FigureRow): Figure {
  const { id, low, high, measure, unit, scope, asOf, verbatim, start, end } = row;
  const period = row.periodFrom || row.periodTo ? { from: row.periodFrom, to: row.periodTo } : null;
  return {
    id,
    low,
    high,
    bound: row.bound as Figure["bound"],
    measure,
    unit,
    period,
    scope,
    asOf,
    verbatim,
    start,
    end,
  };
}
