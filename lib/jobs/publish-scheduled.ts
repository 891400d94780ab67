import "server-only";
import { db } from "../core/db.server";
import { logger } from "../core/log-problem.server";
import { settleSchedule, type Settled } from "../schedules/settle-schedule.server";

/** Publishes what an editor signed for this time, once, or cancels it with the reason; throws what another try may mend. */
export async function publishScheduled(job: { scheduleId: string }, now: Date): Promise<Settled> {
  return settleSchedule(job.scheduleId, now);
}

const mostInARun = 100;
/** What was signed less long ago was asked all this when it was signed. */
const signedJustNowMs = 60_000;

/**
 * One run of the plan: looks at everything that waits, so that what no longer holds is cancelled soon and not only at its
 * time, and what a lost job left behind is published. Each is settled under its claim's lock, so that several processes
 * may do this at once.
 */
export async function planScheduled(now: Date): Promise<void> {
  const waiting = await db().schedule.findMany({
    where: {
      state: "waiting",
      OR: [{ publishAt: { lte: now } }, { signedAt: { lt: new Date(now.getTime() - signedJustNowMs) } }],
    },
    orderBy: [{ publishAt: "asc" }, { id: "asc" }],
    take: mostInARun,
    select: { id: true },
  });
  for (const { id } of waiting)
    await settleSchedule(id, now).catch((error: unknown) =>
      logger.error({ err: error, schedule: id }, "what waits for its time"),
    );
}
