import "server-only";
import { db } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { runCommand } from "../core/run-command.server";
import { tell, watchersOf } from "../notifications/tell.server";

const mostInARun = 100;

/**
 * One run: for each published finding whose day has come, one open task to look at it again, and a word to those who watch
 * it. The task is unique, so that several processes may do this at once; a date that was taken away or moved meanwhile opens
 * none. Answers the claims for which one was opened.
 */
export async function planRechecks(now: Date): Promise<string[]> {
  const due = await db().$queryRaw<{ claimId: string; recheckAt: Date; slug: string | null }[]>`
    SELECT s."claimId", s."recheckAt", c.slug FROM shelf_life s JOIN claim c ON c.id = s."claimId"
    WHERE s."recheckAt" <= ${now} AND NOT EXISTS
      (SELECT 1 FROM task t WHERE t.kind = 'shelf-life' AND t."claimId" = s."claimId" AND t."doneAt" IS NULL)
    ORDER BY s."recheckAt", s."claimId" LIMIT ${mostInARun}`;
  const opened: string[] = [];
  for (const { claimId, recheckAt, slug } of due) {
    const done = await runCommand(async (tx) => {
      const stands = await tx.$queryRaw<unknown[]>`
        SELECT 1 FROM shelf_life WHERE "claimId" = ${claimId} AND "recheckAt" = ${recheckAt} FOR SHARE`;
      if (stands.length === 0) return false;
      const id = newId();
      const text = "The day to look at it again has come: does the finding still hold?";
      const { count } = await tx.task.createMany({
        data: [{ id, kind: "shelf-life", text, claimId, slug, createdAt: now }],
        skipDuplicates: true,
      });
      if (count === 0) return false;
      const onceKey = `shelf-life:${claimId}:${recheckAt.toISOString()}`;
      await tell(
        tx,
        await watchersOf(tx, claimId, null),
        { kind: "shelf-life", text, claimId, onceKey },
        now,
      );
      return true;
    });
    if (done.ok && done.value) opened.push(claimId);
  }
  return opened;
}
