import "server-only";
import type { Viewer } from "../../access/viewer";
import { lockClaim, noteAuthor, noteRemoval, openForWriting } from "../../claims/open-claim.server";
import { changedFields } from "../../core/changed-fields";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { changedSince, partOf, type OwnEntry } from "../../undo/own-entry.server";

/**
 * Takes back that two quotes were marked as disagreeing, or how that was settled: it is as it was before, with who did what
 * then; what there was not before counts no more, and may be suggested again. 409 `stale` when somebody decided since.
 */
export async function takeBackDisagreement(
  viewer: Viewer,
  entry: OwnEntry,
  now: Date,
): Promise<Result<{ disagreementId: string; claimId: string }>> {
  const id = entry.subjectId;
  const was = entry.body.was === null ? null : partOf(entry, "was");
  return runCommand(async (tx) => {
    const { claimId } =
      (await tx.disagreement.findUnique({ where: { id }, select: { claimId: true } })) ??
      refuse(notFound("disagreement"));
    await lockClaim(tx, claimId);
    const row = (await tx.disagreement.findUnique({ where: { id } })) ?? refuse(notFound("disagreement"));
    // Taken back already is what was wanted.
    if (!was && row.status === "withdrawn") return { disagreementId: id, claimId };
    await openForWriting(tx, viewer, claimId, now);
    const differs = changedFields(partOf(entry, "changes"), row);
    if (entry.body.was === undefined || Object.keys(differs).length > 0) refuse(changedSince);
    if (was) {
      await tx.disagreement.update({ where: { id }, data: was });
      await noteAuthor(tx, viewer, claimId, "disagreement", id, now);
    } else {
      const by = { settledById: viewer.id, settledAt: now };
      const data = { status: "withdrawn", resolution: "It was taken back.", ...by };
      await tx.disagreement.update({ where: { id }, data });
      await noteRemoval(tx, viewer, claimId, "disagreement", id, now);
    }
    await recordEvent(tx, viewer, now, {
      event: "disagreement.undone",
      subject: { kind: "disagreement", id },
      claimId,
      from: row.status,
      to: was ? String(was.status) : "withdrawn",
    });
    return { disagreementId: id, claimId };
  });
}
