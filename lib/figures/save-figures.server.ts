import "server-only";
import { Prisma, sendLater, type Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import type { Figure } from "./figure";
import { figureRow } from "./figure-row";

/** Keeps the figures of a claim or a quote, with the next statement; none is nothing to keep. */
export async function saveFigures(
  tx: Tx,
  figures: readonly Omit<Figure, "id">[],
  owner: { claimId: string } | { quoteId: string },
): Promise<void> {
  if (figures.length === 0) return;
  const rows = figures.map((figure) => figureRow(newId(), figure, owner));
  await sendLater(
    tx,
    Prisma.sql`
      INSERT INTO figure (id, "claimId", "quoteId", low, high, bound, measure, unit, "periodFrom", "periodTo", scope, "asOf", verbatim, start, "end")
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS f(id text, "claimId" text, "quoteId" text,
        low float8, high float8, bound text, measure text, unit text, "periodFrom" text, "periodTo" text, scope text[],
        "asOf" text, verbatim text, start int, "end" int)`,
  );
}
