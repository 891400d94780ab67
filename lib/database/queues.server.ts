import "server-only";
import type pg from "pg";
import PgBoss from "pg-boss";

/** The job queues. Each is one file of `lib/jobs/`. */
export const queueNames = [
  "fetch-article",
  "check-source",
  "deliver-webhook",
  "send-digest",
  "refresh-edge",
  "publish-scheduled",
] as const;
export type QueueName = (typeof queueNames)[number];

/** How often a job is tried again, and how many seconds pass before the first time; each wait is twice the last. */
const retries: Record<QueueName, { retryLimit: number; retryDelay: number }> = {
  "fetch-article": { retryLimit: 2, retryDelay: 5 },
  "check-source": { retryLimit: 2, retryDelay: 5 },
  // With eleven tries in all the last comes about three hours after the first.
  "deliver-webhook": { retryLimit: 10, retryDelay: 10 },
  // Five tries in about an hour: what comes later belongs into the next mail's hour.
  "send-digest": { retryLimit: 4, retryDelay: 240 },
  // What the edge keeps is asked for again after half a minute anyway.
  "refresh-edge": { retryLimit: 5, retryDelay: 1 },
  // The plan that is made every half minute takes up what is late.
  "publish-scheduled": { retryLimit: 3, retryDelay: 5 },
};

/** Creates pg-boss's tables and queues as the owner, so that the application's role needs no right to create any. */
export async function prepareQueues(ownerUrl: string, client: pg.Client): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 2, supervise: false, schedule: false });
  boss.on("error", () => undefined);
  await boss.start();
  for (const name of queueNames) {
    if (!(await boss.getQueue(name)))
      await boss.createQueue(name, {
        name,
        ...retries[name],
        retryBackoff: true,
        expireInSeconds: 120,
      });
  }
  await boss.stop({ graceful: false, close: true });
  await client.query("GRANT USAGE ON SCHEMA pgboss TO countersign_app");
  await client.query(
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO countersign_app",
  );
  await client.query("GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO countersign_app");
}
