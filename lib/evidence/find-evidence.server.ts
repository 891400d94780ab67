import "server-only";
import type { Tx } from "../core/db.server";
import { notFound, refuse } from "../core/result";

/** The row of evidence that stands; what is not there, or was removed, is refused as not found. */
export async function findEvidence(tx: Tx, evidenceId: string) {
  const row = await tx.evidence.findUnique({ where: { id: evidenceId } });
  return row && !row.removedAt ? row : refuse(notFound("evidence"));
}
