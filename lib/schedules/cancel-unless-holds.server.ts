import "server-only";
import type { Schedule } from "../../prisma/generated/client";
import type { Actor } from "../access/viewer";
import type { Tx } from "../core/db.server";
import { cancelSchedules } from "./cancel-schedules.server";
import type { EndCode } from "./ends";
import { stillHolds, type Obstacle } from "./still-holds.server";
import { whoChangedSettings } from "./who-changed.server";

/** What the transaction did: `endedRight` when it took from whoever signed it the right to sign. */
type Act = { actor: Actor; endedRight: boolean };

/**
 * Cancels what waits on the claim when, after what the transaction wrote so far, it could not be signed any more, although
 * what would be published is the same. What stands against it may have been there before: the actor is named for that alone
 * which such an act does. The claim is locked by the caller.
 */
export async function cancelUnlessHolds(tx: Tx, act: Act, claimId: string, now: Date): Promise<void> {
  const waiting = await tx.schedule.findFirst({ where: { claimId, state: "waiting" } });
  const holds = waiting && (await stillHolds(tx, waiting, now));
  if (!holds || holds.ok) return;
  const { code, detail } = holds.error.extra as Obstacle;
  await cancelSchedules(tx, await whoDid(tx, act, code, waiting), [claimId], code, now, detail);
}

async function whoDid(tx: Tx, act: Act, code: EndCode, waiting: Schedule): Promise<Actor | null> {
  if (code === "settings") return whoChangedSettings(tx, waiting.signedAt);
  if (code === "gate" || (code === "signer" && act.endedRight)) return act.actor;
  return null;
}
