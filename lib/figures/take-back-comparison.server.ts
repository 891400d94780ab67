import "server-only";
import type { Viewer } from "../access/viewer";
import { lockClaim, noteAuthor, openForWriting } from "../claims/open-claim.server";
import { changedFields } from "../core/changed-fields";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { changedSince, partOf, type OwnEntry } from "../undo/own-entry.server";

/**
 * Takes back how this person decided about two figures: class, words and who decided are what they were, and a suggestion
 * is one again. 409 `stale` when it was decided otherwise since.
 */
export async function takeBackComparison(
  viewer: Viewer,
  entry: OwnEntry,
  now: Date,
): Promise<Result<{ comparisonId: string; claimId: string }>> {
  const [id, was] = [entry.subjectId, partOf(entry, "was")];
  return runCommand(async (tx) => {
    const { claimId } =
      (await tx.comparison.findUnique({ where: { id }, select: { claimId: true } })) ??
      refuse(notFound("comparison"));
    await lockClaim(tx, claimId);
    const row = (await tx.comparison.findUnique({ where: { id } })) ?? refuse(notFound("comparison"));
    // Taken back already is what was wanted.
    if ("class" in was && Object.keys(changedFields(was, row)).length === 0)
      return { comparisonId: id, claimId };
    await openForWriting(tx, viewer, claimId, now);
    if (!("class" in was) || Object.keys(changedFields(partOf(entry, "changes"), row)).length > 0)
      refuse(changedSince);
    await tx.comparison.update({ where: { id }, data: was });
    await noteAuthor(tx, viewer, claimId, "comparison", id, now);
    await recordEvent(tx, viewer, now, {
      event: "comparison.decision-undone",
      subject: { kind: "comparison", id },
      claimId,
      from: row.class,
      to: String(was.class),
    });
    return { comparisonId: id, claimId };
  });
}
