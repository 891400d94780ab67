import "server-only";
import type { ComparisonDto } from "../claims/dto";
import { db } from "../core/db.server";

/** One comparison; null when there is none. */
export async function getComparison(id: string): Promise<ComparisonDto | null> {
  const row = await db().comparison.findUnique({ where: { id } });
  return (
    row && {
      id: row.id,
      a: row.aId,
      b: row.bId,
      class: row.class as ComparisonDto["class"],
      explanation: row.explanation,
      sameReport: row.sameReport,
      status: row.status as ComparisonDto["status"],
    }
  );
}
