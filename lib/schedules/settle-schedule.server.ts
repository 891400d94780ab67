import "server-only";
import type { Schedule } from "../../prisma/generated/client";
import { lockClaim } from "../claims/open-claim.server";
import { db, type Tx } from "../core/db.server";
import { runCommand } from "../core/run-command.server";
import { tell } from "../notifications/tell.server";
import type { Published } from "../publications/publish-record.server";
import { publishSigned } from "../publications/publish-signed.server";
import { announcePublished } from "../publications/published-notices.server";
import { loadSigningKey } from "../publications/signing-key.server";
import { waitForDays } from "../shelf-life/keep-shelf-life.server";
import { cancelSchedules } from "./cancel-schedules.server";
import { stillHolds, type Obstacle, type Ready } from "./still-holds.server";
import { whoChangedSettings } from "./who-changed.server";

export type Settled =
  | { outcome: "published"; slug: string; version: number; sha256: string }
  | { outcome: "waiting" | "cancelled" | "over" };

/**
 * Looks at one signed revision that waits: publishes it when its time has come and all still holds that held when it was
 * signed, cancels it with the reason when something does not, and leaves it otherwise. All in one transaction under the
 * claim's lock; whoever comes second finds it over. Throws what another try may mend.
 */
export async function settleSchedule(scheduleId: string, now: Date): Promise<Settled> {
  const key = await loadSigningKey();
  const select = { claimId: true, publishAt: true };
  const found = await db().schedule.findUnique({ where: { id: scheduleId }, select });
  if (!found) return { outcome: "over" };
  const { claimId, publishAt } = found;
  const done = await runCommand(async (tx): Promise<Settled> => {
    if (publishAt <= now) await waitForDays(tx);
    await lockClaim(tx, claimId);
    const schedule = await tx.schedule.findUniqueOrThrow({ where: { id: scheduleId } });
    if (schedule.state !== "waiting") return { outcome: "over" };
    const ready = await stillHolds(tx, schedule, now);
    if (!ready.ok) {
      const { code, detail } = ready.error.extra as Obstacle;
      const actor = code === "settings" ? await whoChangedSettings(tx, schedule.signedAt) : null;
      await cancelSchedules(tx, actor, [claimId], code, now, detail);
      return { outcome: "cancelled" };
    }
    if (schedule.publishAt > now) return { outcome: "waiting" };
    const { publication } = await publishWaiting(tx, schedule, ready.value, { key, now });
    return { outcome: "published", ...publication };
  });
  if (done.ok) {
    if (done.value.outcome === "published") announcePublished(done.value.slug);
    return done.value;
  }
  if (done.error.kind === "unavailable") throw new Error(done.error.detail);
  return cancelRefused(scheduleId, claimId, done.error.detail, now);
}

/** Publishes what waited, and says so to whoever signed it. The claim is locked by the caller. */
export async function publishWaiting(
  tx: Tx,
  { id, claimId, editorId, revisionHash, signedAt }: Schedule,
  { signer, ...ready }: Ready,
  { key, now }: { key: { privatePem: string; kid: string }; now: Date },
): Promise<Published> {
  const schedule = { id, signedAt };
  const signed = { claimId, revisionHash, ...ready, key, now, schedule };
  const published = await publishSigned(tx, signer, signed);
  const text = "It was published, as you signed it.";
  await tell(tx, [editorId], { kind: "schedule", text, claimId, onceKey: `schedule:${id}:end` }, now);
  return published;
}

/** The database refused what the rules allowed: it is not published, and the reason is kept. */
async function cancelRefused(
  scheduleId: string,
  claimId: string,
  detail: string,
  now: Date,
): Promise<Settled> {
  const cancelled = await runCommand(async (tx) => {
    await lockClaim(tx, claimId);
    const waiting = await tx.schedule.findFirst({ where: { id: scheduleId, state: "waiting" } });
    if (waiting) await cancelSchedules(tx, null, [claimId], "refused", now, detail);
    return waiting !== null;
  });
  if (!cancelled.ok) throw new Error(cancelled.error.detail);
  return { outcome: cancelled.value ? "cancelled" : "over" };
}
