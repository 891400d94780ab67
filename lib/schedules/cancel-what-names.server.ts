import "server-only";
import type { Actor } from "../access/viewer";
import { lockClaim } from "../claims/open-claim.server";
import { rowsOf, Prisma, type Tx } from "../core/db.server";
import { cancelSchedules } from "./cancel-schedules.server";
import { waitingWithNames } from "./waiting-rows.server";

/**
 * Cancels what waits for its time and prints this person's name, as its signer or among those who checked it: they are called
 * otherwise now, and an editor signs again what shows the new name. The claims are locked in the order of their ids.
 */
export async function cancelWhatNames(tx: Tx, actor: Actor, personId: string, now: Date): Promise<void> {
  const rows = await rowsOf<{ claimId: string }>(
    tx,
    Prisma.sql`
      SELECT s."claimId" FROM ${waitingWithNames} WHERE s.state = 'waiting' AND p.id = ${personId} ORDER BY s."claimId"`,
  );
  for (const { claimId } of rows) await lockClaim(tx, claimId);
  await cancelSchedules(
    tx,
    actor,
    rows.map(({ claimId }) => claimId),
    "renamed",
    now,
  );
}
