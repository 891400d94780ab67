import "server-only";
import type { z } from "zod";
import type { Viewer } from "../../access/viewer";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import type { watchClaimSchema } from "../work-schema";

export type WatchState = z.output<typeof watchClaimSchema>["state"];

/**
 * Says whether this person wants to hear of the claim. It is nobody else's business, so it is not in the claim's history.
 * Answers what they had said before.
 */
export async function watchClaim(
  viewer: Viewer,
  claimId: string,
  { state }: z.output<typeof watchClaimSchema>,
  now: Date,
): Promise<Result<{ claimId: string; was: WatchState }>> {
  return runCommand(async (tx) => {
    if ((await tx.claim.count({ where: { id: claimId } })) === 0) refuse(notFound("claim"));
    const before = await tx.watch.findUnique({ where: { claimId_userId: { claimId, userId: viewer.id } } });
    if (state === "usual") await tx.watch.deleteMany({ where: { claimId, userId: viewer.id } });
    else
      await tx.$executeRaw`
      INSERT INTO watch ("claimId", "userId", state, since) VALUES (${claimId}, ${viewer.id}, ${state}, ${now})
      ON CONFLICT ("claimId", "userId") DO UPDATE SET state = EXCLUDED.state, since = EXCLUDED.since`;
    await recordEvent(tx, viewer, now, {
      event: { watching: "watch.begun", muted: "watch.ended", usual: "watch.taken-back" }[state],
      subject: { kind: "claim", id: claimId },
    });
    return { claimId, was: (before?.state ?? "usual") as WatchState };
  });
}
