import "server-only";
import type { Viewer } from "../../access/viewer";
import { mayUseSession } from "../../accounts/step-up.server";
import { lockClaim } from "../../claims/open-claim.server";
import type { Tx } from "../../core/db.server";
import { refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { runPublishing, type Published } from "../../publications/publish-record.server";
import { loadSigningKey } from "../../publications/signing-key.server";
import { waitForDays } from "../../shelf-life/keep-shelf-life.server";
import { cancelSchedules } from "../cancel-schedules.server";
import { publishWaiting } from "../settle-schedule.server";
import { stillHolds } from "../still-holds.server";

/** Takes back what waits for its time; any editor may. The claim stays ready, so that it can be signed again. */
export async function cancelSchedule(
  viewer: Viewer,
  claimId: string,
  now: Date,
): Promise<Result<{ claimId: string }>> {
  return runCommand(async (tx) => {
    await lockClaim(tx, claimId);
    await waitingOf(tx, claimId);
    await cancelSchedules(tx, viewer, [claimId], "cancelled", now);
    return { claimId };
  });
}

/**
 * Publishes what waits at once, as it was signed and with all that is asked for at its time asked for now. Only whoever
 * signed it: another editor cancels it and signs for themselves.
 */
export async function publishScheduledNow(
  viewer: Viewer,
  claimId: string,
  now: Date,
): Promise<Result<Published>> {
  const sure = mayUseSession(viewer, now);
  if (!sure.ok) return sure;
  const key = await loadSigningKey();
  return runPublishing(async (tx) => {
    await waitForDays(tx);
    await lockClaim(tx, claimId);
    const waiting = await waitingOf(tx, claimId);
    if (waiting.editorId !== viewer.id) {
      const detail = "Someone else signed this. Cancel it, then sign it yourself, to publish it now.";
      refuse({ kind: "forbidden", code: "not-yours", detail });
    }
    const ready = await stillHolds(tx, waiting, now);
    if (!ready.ok) refuse({ ...ready.error, detail: `Nothing was published. ${ready.error.detail}` });
    const { id } = waiting;
    await tx.schedule.update({ where: { id }, data: { publishAt: now } });
    const subject = { kind: "schedule", id };
    await recordEvent(tx, viewer, now, { event: "schedule.brought-forward", subject, claimId });
    return publishWaiting(tx, waiting, ready.value, { key, now });
  });
}

async function waitingOf(tx: Tx, claimId: string) {
  const waiting = await tx.schedule.findFirst({ where: { claimId, state: "waiting" } });
  if (waiting) return waiting;
  const detail = "Nothing waits here for its time: it was published, or cancelled. Read the claim again.";
  return refuse({ kind: "invalid", code: "nothing-scheduled", detail });
}
