import "server-only";
import type { Viewer } from "../access/viewer";
import { noteRemoval, noteReturn, openForWriting } from "../claims/open-claim.server";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";

type Done = Result<{ id: string; claimId: string }>;

/**
 * Takes back a request for a reply that was logged by mistake, with whatever was noted about it: nobody is told of its
 * deadline and the gate counts it no more. The log keeps that it was there, and words of theirs stay the source that they
 * were kept as. `not_found` once it is taken back.
 */
export async function withdrawReply(viewer: Viewer, replyId: string, now: Date): Promise<Done> {
  return runCommand(async (tx) => {
    const row =
      (await tx.replyRequest.findUnique({ where: { id: replyId } })) ?? refuse(notFound("reply request"));
    const { claimId, asked } = row;
    await openForWriting(tx, viewer, claimId, now);
    const { count } = await tx.replyRequest.updateMany({
      where: { id: replyId, withdrawnAt: null },
      data: { withdrawnAt: now },
    });
    if (count === 0) refuse(notFound("reply request"));
    await noteRemoval(tx, viewer, claimId, "reply", replyId, now);
    await recordEvent(tx, viewer, now, {
      event: "reply.withdrawn",
      subject: { kind: "reply-request", id: replyId },
      claimId,
      body: { asked },
    });
    return { id: replyId, claimId };
  });
}

/** Puts back a request for a reply that was taken back, as it was; whoever wrote on it is an author again. */
export async function restoreReply(viewer: Viewer, replyId: string, now: Date): Promise<Done> {
  return runCommand(async (tx) => {
    const row =
      (await tx.replyRequest.findUnique({ where: { id: replyId } })) ?? refuse(notFound("reply request"));
    const { claimId, asked } = row;
    await openForWriting(tx, viewer, claimId, now);
    const { count } = await tx.replyRequest.updateMany({
      where: { id: replyId, withdrawnAt: { not: null } },
      data: { withdrawnAt: null },
    });
    // Somebody else put it back already: that is what was wanted.
    if (count === 0) return { id: replyId, claimId };
    await noteReturn(tx, viewer, claimId, "reply", replyId, now);
    await recordEvent(tx, viewer, now, {
      event: "reply.restored",
      subject: { kind: "reply-request", id: replyId },
      claimId,
      body: { asked },
    });
    return { id: replyId, claimId };
  });
}
