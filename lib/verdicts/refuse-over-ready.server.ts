import "server-only";
import { lockClaim } from "../claims/open-claim.server";
import type { Tx } from "../core/db.server";
import { refuse } from "../core/result";

const why = {
  scheduled:
    "This was signed for later while you wrote, so your draft does not save itself: that would cancel the publication.",
  ready:
    "This was called ready for an editor while you wrote, so your draft does not save itself: that would send it back to review.",
};

/**
 * Refuses a draft that would save itself over what is ready for an editor, or signed for later, by now: only a hand takes
 * that back. The claim is locked until the command ends, so that it does not become so meanwhile.
 */
export async function refuseOverReady(tx: Tx, claimId: string): Promise<void> {
  const { state } = await lockClaim(tx, claimId);
  if (state !== "ready") return;
  const waiting = await tx.schedule.count({ where: { claimId, state: "waiting" } });
  const code = waiting > 0 ? "scheduled" : "ready";
  const detail = `${why[code]} What you wrote is still here. To save it all the same, press “Save the draft”.`;
  refuse({ kind: "invalid", code, detail, issues: [{ code, field: "", message: detail }] });
}
