import "server-only";
import type { Viewer } from "../access/viewer";
import { setWithdrawn, toMark, type WithdrawableEntry } from "../claims/set-withdrawn.server";
import type { Result } from "../core/result";
import type { ReplyFields } from "./schema";

type Done = Result<{ id: string; claimId: string }>;

const replyRequest: WithdrawableEntry = {
  what: "reply",
  subjectKind: "reply-request",
  name: "reply request",
  find: async (tx, id) => {
    const row = await tx.replyRequest.findUnique({ where: { id } });
    return row && { claimId: row.claimId, body: { asked: row.asked }, kept: row };
  },
  mark: async (tx, id, withdrawnAt) => {
    const done = await tx.replyRequest.updateMany({ where: toMark(id, withdrawnAt), data: { withdrawnAt } });
    return done.count;
  },
};

/**
 * Takes back a request for a reply that was logged by mistake, with whatever was noted about it: nobody is told of its
 * deadline and the gate counts it no more. The log keeps that it was there, and words of theirs stay the source that they
 * were kept as. `not_found` once it is taken back; 409 `stale` when something else is noted than was read (`expected`).
 */
export async function withdrawReply(
  viewer: Viewer,
  replyId: string,
  now: Date,
  expected?: ReplyFields,
): Promise<Done> {
  return setWithdrawn(viewer, replyRequest, replyId, { isWithdrawn: true, expected }, now);
}

/** Puts back a request for a reply that was taken back, as it was; whoever wrote on it is an author again. */
export async function restoreReply(viewer: Viewer, replyId: string, now: Date): Promise<Done> {
  return setWithdrawn(viewer, replyRequest, replyId, { isWithdrawn: false }, now);
}
