import "server-only";
import { z } from "zod";
import type { Viewer } from "../access/viewer";
import { lockClaim } from "../claims/open-claim.server";
import type { Tx } from "../core/db.server";
import { refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { changedSince, type OwnEntry } from "../undo/own-entry.server";
import { setLook } from "./keep-shelf-life.server";

/** What an entry of a look says: the next one that it set, and how it was before; null is no date. */
const lookSchema = z.object({
  next: z.coerce.date().nullable(),
  was: z
    .object({
      recheckAt: z.coerce.date(),
      since: z.coerce.date(),
      lookedById: z.string().nullable(),
      /** Entries from before this was kept have none. */
      isChosen: z.boolean().default(false),
    })
    .nullable(),
});

type Look = { recheckAt: Date; since: Date; lookedById: string | null } | null;

const isSame = (a: Look, b: Look) =>
  a?.recheckAt.getTime() === b?.recheckAt.getTime() &&
  a?.since.getTime() === b?.since.getTime() &&
  a?.lookedById === b?.lookedById;

/**
 * Takes back that this person looked again: the finding is due as it was before, and the task that the look closed is open
 * again. 409 `stale` when somebody looked since, or the claim is no longer as it was published then.
 */
export async function takeBackLook(
  viewer: Viewer,
  { id: lookId, subjectId: claimId, at, body }: OwnEntry,
  now: Date,
): Promise<Result<{ claimId: string }>> {
  return runCommand(async (tx) => {
    const { state } = await lockClaim(tx, claimId);
    const read = lookSchema.safeParse(body);
    // An entry from before entries told how it was fits none.
    if (!read.success || state !== "published") return refuse(changedSince);
    const { next, was } = read.data;
    const row = await tx.shelfLife.findUnique({
      where: { claimId },
      select: { recheckAt: true, since: true, lookedById: true },
    });
    if (await isUndone(tx, claimId, lookId)) return { claimId };
    const left = next && { recheckAt: next, since: at, lookedById: viewer.id };
    if (!isSame(row, left)) {
      // As it was already is what was wanted.
      if (isSame(row, was)) return { claimId };
      refuse(changedSince);
    }
    await setLook(tx, claimId, was ?? { recheckAt: null, since: at, lookedById: null, isChosen: false });
    await reopenTask(tx, viewer, claimId, at);
    await recordEvent(tx, viewer, now, {
      event: "shelf-life.look-undone",
      subject: { kind: "claim", id: claimId },
      claimId,
      body: { lookId },
    });
    return { claimId };
  });
}

/** Whether this look was taken back before: dates cannot tell where there was none before it, and none was set. */
async function isUndone(tx: Tx, claimId: string, lookId: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM log_entry l JOIN log_payload p ON p."entryId" = l.id
    WHERE l."claimId" = ${claimId} AND l.event = 'shelf-life.look-undone' AND p.body ->> 'lookId' = ${lookId} LIMIT 1`;
  return found !== undefined;
}

/** The task that the look closed, unless the same was opened anew. */
async function reopenTask(tx: Tx, viewer: Viewer, claimId: string, at: Date): Promise<void> {
  const task = { kind: "shelf-life", claimId };
  if ((await tx.task.count({ where: { ...task, doneAt: null } })) > 0) return;
  await tx.task.updateMany({
    where: { ...task, doneAt: at, doneById: viewer.id },
    data: { doneAt: null, doneById: null, note: null },
  });
}
