import "server-only";
import PgBoss from "pg-boss";
import { env } from "../core/env.server";
import { logger } from "../core/log-problem.server";
import { Prisma, type Tx } from "../core/db.server";
import type { QueueName } from "../database/queues.server";

const held = globalThis as { countersignBoss?: Promise<PgBoss> };

async function open(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().databaseUrl,
    max: 2,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  boss.on("error", (error) => logger.error({ reason: error.message }, "sending jobs"));
  return boss.start();
}

/**
 * The process's sender of jobs; the tables are the owner's and are made when the database is migrated. When the database
 * does not answer it throws, and is opened anew the next time.
 */
export function queue(): Promise<PgBoss> {
  if (!held.countersignBoss) {
    const opening = open();
    held.countersignBoss = opening;
    opening.catch(() => {
      if (held.countersignBoss === opening) held.countersignBoss = undefined;
    });
  }
  return held.countersignBoss;
}

/**
 * Puts a job into its queue inside the command's transaction: it exists if and only if the command took place. It begins at
 * once, some seconds later, or `at` a time.
 */
export async function enqueue(
  tx: Tx,
  name: QueueName,
  data: Record<string, string>,
  { afterSeconds = 0, at }: { afterSeconds?: number; at?: Date } = {},
): Promise<void> {
  const boss = await queue();
  await boss.send(name, data, {
    ...(at ? { startAfter: at } : afterSeconds > 0 ? { startAfter: afterSeconds } : {}),
    db: {
      executeSql: async (sql: string, values: unknown[]) => {
        const rows = await tx.$queryRawUnsafe<unknown[]>(sql, ...values);
        return { rows, rowCount: rows.length } as never;
      },
    },
  });
}

/** As SQL: whether a job that names `id` under `key` is waiting, to be tried again, or in hand, or of these states alone. */
export function hasJob(
  name: QueueName,
  key: string,
  id: Prisma.Sql,
  states: readonly ("created" | "retry" | "active")[] = ["created", "retry", "active"],
): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM pgboss.job j WHERE j.name = ${name} AND j.data->>${key} = ${id}
    AND j.state::text = ANY(${[...states]}))`;
}

/** Ends the sender: for tests and shutdown. */
export async function closeQueue(): Promise<void> {
  await (await held.countersignBoss)?.stop({ graceful: false, close: true });
  held.countersignBoss = undefined;
}
