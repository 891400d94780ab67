import "server-only";
import type { Actor } from "../access/viewer";
import { currentRevision } from "../claims/revision.server";
import { Prisma, rowsOf, type Tx } from "../core/db.server";
import type { RevisionRecord } from "../publications/record";
import { cancelSchedules } from "./cancel-schedules.server";
import { isAsSigned } from "./same-revision";

/** Cancels what waits on the claim when what the transaction wrote so far changed what would be published. */
export async function cancelIfChanged(tx: Tx, actor: Actor, claimId: string, now: Date): Promise<void> {
  const [waiting] = await rowsOf<{ recordText: string }>(
    tx,
    Prisma.sql`SELECT "recordText" FROM schedule WHERE "claimId" = ${claimId} AND state = 'waiting'`,
  );
  if (!waiting) return;
  const current = await currentRevision(tx, claimId, now);
  const signed = JSON.parse(waiting.recordText) as RevisionRecord;
  if (!current || !isAsSigned(signed, current.record))
    await cancelSchedules(tx, actor, [claimId], "changed", now);
}
