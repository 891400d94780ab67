import "server-only";
import type { Viewer } from "../../access/viewer";
import { noteAuthor, openForWriting } from "../../claims/open-claim.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import type { SettleDisagreementInput } from "../schema";

/** Settles an open disagreement with a reason: resolved, or set aside because the two do not disagree after all. */
export async function settleDisagreement(
  viewer: Viewer,
  disagreementId: string,
  input: SettleDisagreementInput,
  now: Date,
): Promise<Result<{ disagreementId: string; claimId: string; entryId: string }>> {
  return runCommand(async (tx) => {
    const where = { id: disagreementId };
    const { claimId } =
      (await tx.disagreement.findUnique({ where, select: { claimId: true } })) ??
      refuse(notFound("disagreement"));
    await openForWriting(tx, viewer, claimId, now);
    const by = { settledById: viewer.id, settledAt: now.toISOString() };
    const changes = { status: input.status, resolution: input.reason.trim(), ...by };
    const settled = await tx.disagreement.updateMany({ where: { ...where, status: "open" }, data: changes });
    if (settled.count === 0)
      refuse({
        kind: "conflict",
        code: "already-settled",
        detail: "Someone settled this meanwhile. Read it again.",
      });
    await noteAuthor(tx, viewer, claimId, "disagreement", disagreementId, now);
    const was = { status: "open", resolution: null, settledById: null, settledAt: null };
    const entryId = await recordEvent(tx, viewer, now, {
      event: `disagreement.${input.status}`,
      subject: { kind: "disagreement", id: disagreementId },
      claimId,
      from: "open",
      to: input.status,
      body: { reason: input.reason.trim(), changes, was },
    });
    return { disagreementId, claimId, entryId };
  });
}
