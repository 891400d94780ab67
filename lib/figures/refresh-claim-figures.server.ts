import "server-only";
import { toFigure } from "../claims/to-figure";
import type { Tx } from "../core/db.server";
import type { Figure } from "./figure";
import { parseFigures } from "./parse-figures";
import { saveFigures } from "./save-figures.server";

type Read = Omit<Figure, "id">;

/**
 * Reads the figures of the claim's own words again. One of the same value in the same words keeps its id, so that what
 * people decided about it stays; its place and what it covers follow the new words. Reviews of the old words are outdated.
 */
export async function refreshClaimFigures(tx: Tx, claimId: string, text: string): Promise<void> {
  const rows = await tx.figure.findMany({ where: { claimId }, orderBy: [{ start: "asc" }, { id: "asc" }] });
  const { kept, fresh, gone } = matchFigures(rows.map(toFigure), parseFigures(text));
  for (const { id, figure } of kept) {
    const { start, end, scope } = figure;
    await tx.figure.update({ where: { id }, data: { start, end, scope } });
  }
  await tx.figure.deleteMany({ where: { id: { in: gone } } });
  await saveFigures(tx, fresh, { claimId });
}

/** Which figures stay and which are new; of two alike the earlier stays the earlier. */
function matchFigures(before: Figure[], found: Read[]) {
  const spare = [...before];
  const kept: { id: string; figure: Read }[] = [];
  const fresh: Read[] = [];
  for (const figure of found) {
    const at = spare.findIndex((one) => valueOf(one) === valueOf(figure));
    const [same] = at < 0 ? [] : spare.splice(at, 1);
    if (same) kept.push({ id: same.id, figure });
    else fresh.push(figure);
  }
  return { kept, fresh, gone: spare.map(({ id }) => id) };
}

function valueOf({ low, high, bound, measure, unit, period, asOf, verbatim }: Read): string {
  const days = [period?.from ?? null, period?.to ?? null];
  return JSON.stringify([low, high, bound, measure, unit, days, asOf, verbatim]);
}
