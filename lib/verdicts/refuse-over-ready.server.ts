import "server-only";
import { db } from "../core/db.server";
import { fail, type Result } from "../core/result";
import { scheduleOf } from "../schedules/queries";

const why = {
  scheduled:
    "This was signed for later while you wrote, so your draft does not save itself: that would cancel the publication.",
  ready:
    "This was called ready for an editor while you wrote, so your draft does not save itself: that would send it back to review.",
};

/**
 * The refusal of a draft that would save itself over what is ready for an editor, or signed for later, by now: only a hand
 * takes that back. `null` while it may.
 */
export async function heldFromAutosave(claimId: string): Promise<Result<never> | null> {
  const claim = await db().claim.findUnique({ where: { id: claimId }, select: { state: true } });
  if (claim?.state !== "ready") return null;
  const code = (await scheduleOf(claimId)) ? "scheduled" : "ready";
  const detail = `${why[code]} What you wrote is still here. To save it all the same, press “Save the draft”.`;
  return fail({ kind: "invalid", code, detail, issues: [{ code, field: "", message: detail }] });
}
