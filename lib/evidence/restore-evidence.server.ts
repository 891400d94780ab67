import "server-only";
import type { Viewer } from "../access/viewer";
import { noteReturn, openForWriting } from "../claims/open-claim.server";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { refreshComparisons } from "../figures/refresh-comparisons.server";
import { recordEvent } from "../log/record.server";

/** Puts removed evidence back on its claim; whoever wrote on it before its removal is an author again. */
export async function restoreEvidence(
  viewer: Viewer,
  evidenceId: string,
  now: Date,
): Promise<Result<{ evidenceId: string; claimId: string }>> {
  return runCommand(async (tx) => {
    const row = (await tx.evidence.findUnique({ where: { id: evidenceId } })) ?? refuse(notFound("evidence"));
    const { claimId } = row;
    await openForWriting(tx, viewer, claimId, now);
    const { count } = await tx.evidence.updateMany({
      where: { id: evidenceId, removedAt: { not: null } },
      data: { removedAt: null, version: { increment: 1 } },
    });
    // Somebody else put it back already: that is what was wanted.
    if (count === 0) return { evidenceId, claimId };
    await noteReturn(tx, viewer, claimId, "evidence", evidenceId, now);
    await refreshComparisons(tx, claimId);
    await recordEvent(tx, viewer, now, {
      event: "evidence.restored",
      subject: { kind: "evidence", id: evidenceId },
      claimId,
    });
    return { evidenceId, claimId };
  });
}
