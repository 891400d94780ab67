import "server-only";
import { Prisma, rowsOf, type Tx } from "../core/db.server";

/** Account ids of whoever wrote words of the draft verdict, kept or not, or a comment, since the last version. */
export async function answererIds(tx: Tx, claimId: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    Prisma.sql`
      SELECT c."userId" AS id FROM contribution c
        WHERE c."claimId" = ${claimId} AND c.what LIKE 'verdict.%' AND c.cycle = claim_cycle(${claimId})
      UNION SELECT m."authorId" FROM comment m WHERE m."claimId" = ${claimId} AND m.at >= claim_since(${claimId})`,
  );
  return rows.map(({ id }) => id);
}
