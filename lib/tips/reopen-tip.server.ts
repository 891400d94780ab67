import "server-only";
import type { Viewer } from "../access/viewer";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { refuseDecided } from "./refuse-decided.server";

/**
 * Takes back that this person declined a tip: it waits for a decision as before, with the note that they wrote for the next
 * one, and the log keeps that it was declined. One that was chosen has its claim, and stays, and so does one that somebody
 * else declined meanwhile: 409 `already-decided`. One that waits already is left as it is.
 */
export async function reopenTip(
  viewer: Viewer,
  tipId: string,
  now: Date,
): Promise<Result<{ tipId: string }>> {
  return runCommand(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM tip WHERE id = ${tipId} FOR UPDATE`;
    const tip = (await tx.tip.findUnique({ where: { id: tipId } })) ?? refuse(notFound("tip"));
    if (tip.state === "new") return { tipId };
    if (tip.state === "chosen") {
      const said = "The tip was chosen meanwhile, so it was not taken back. Its claim is in the queue.";
      await refuseDecided(tx, tip, () => said);
    }
    if (tip.decidedById !== viewer.id)
      await refuseDecided(tx, tip, (name) => `${name} declined the tip meanwhile, so it stays declined.`);
    const undecided = { reason: null, claimId: null, decidedById: null, decidedAt: null };
    await tx.tip.update({ where: { id: tipId }, data: { state: "new", ...undecided } });
    await recordEvent(tx, viewer, now, {
      event: "tip.reopened",
      subject: { kind: "tip", id: tipId },
      from: "declined",
      to: "new",
    });
    return { tipId };
  });
}
