import type { Figure } from "./figure";

/** A parsed figure as its database row. */
export function figureRow(
  id: string,
  figure: Omit<Figure, "id">,
  owner: { claimId: string } | { quoteId: string },
) {
  const { period, low, high, bound, measure, unit, scope, asOf, verbatim, start, end } = figure;
  return {
    id,
    low,
    high,
    bound,
    measure,
    unit,
    scope,
    asOf,
    verbatim,
    start,
    end,
    periodFrom: period?.from ?? null,
    periodTo: period?.to ?? null,
    ...owner,
  };
}
