import "server-only";
import { db, type Prisma } from "../core/db.server";

/** Articles whose looks, or rows that go, in one transaction: little enough that nobody waits for it. */
const articlesAtOnce = 50;
const rowsAtOnce = 1_000;

/**
 * Lets go of what grows and is of no use any more, some rows a transaction: looks at sources between two that say the same,
 * messages to other systems and mails that ended, each once it is 90 days old. What may go is said by the database, whose
 * functions these are; nothing that was published, and nothing of the log, is among it. At the start of a worker and every
 * day; several workers do each other no harm.
 */
export async function thinOut(): Promise<void> {
  let after: string | null = "";
  while (after !== null) {
    const rows: { after: string | null }[] = await db().$queryRaw`
      SELECT thin_looks(${after}, ${articlesAtOnce}::int) AS after`;
    after = rows[0]?.after ?? null;
  }
  await untilDone((most) => db().$queryRaw`SELECT forget_deliveries(${most}::int) AS gone`);
  await untilDone((most) => db().$queryRaw`SELECT forget_mails(${most}::int) AS gone`);
}

async function untilDone(forget: (most: number) => Prisma.PrismaPromise<{ gone: number }[]>): Promise<void> {
  for (;;) {
    const [row] = await forget(rowsAtOnce);
    if ((row?.gone ?? 0) < rowsAtOnce) return;
  }
}
