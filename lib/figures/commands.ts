import "server-only";
import type { Viewer } from "../access/viewer";
import type { DecideComparisonInput } from "../attributions/schema";
import { noteAuthor, openForWriting } from "../claims/open-claim.server";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";

/** Confirms how two figures relate, or says how they really do. A person's class stays when the figures stay. */
export async function decideComparison(
  viewer: Viewer,
  comparisonId: string,
  input: DecideComparisonInput,
  now: Date,
): Promise<Result<{ comparisonId: string; claimId: string }>> {
  return runCommand(async (tx) => {
    const row =
      (await tx.comparison.findUnique({ where: { id: comparisonId } })) ?? refuse(notFound("comparison"));
    await openForWriting(tx, viewer, row.claimId, now);
    const status = input.status ?? "confirmed";
    await tx.comparison.update({
      where: { id: comparisonId },
      data: { class: input.class ?? row.class, status, decidedById: viewer.id, decidedAt: now },
    });
    await noteAuthor(tx, viewer, row.claimId, "comparison", comparisonId, now);
    await recordEvent(tx, viewer, now, {
      event: "comparison.decided",
      subject: { kind: "comparison", id: comparisonId },
      claimId: row.claimId,
      from: row.class,
      to: input.class ?? row.class,
    });
    return { comparisonId, claimId: row.claimId };
  });
}
