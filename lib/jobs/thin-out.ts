import "server-only";
import { db, type Prisma } from "../core/db.server";
import { logger } from "../core/log-problem.server";
import { wordKinds } from "../core/words-query.server";
import { forgetAllWords } from "./forget-words";

/** Articles whose looks, or rows that go, in one transaction: little enough that nobody waits for it. */
const articlesAtOnce = 20;
const rowsAtOnce = 1_000;
const newsAtOnce = 5_000;

/**
 * Lets go of what grows and is of no use any more, some rows a transaction: looks at sources between two that say the same,
 * messages to other systems and mails that ended, news that was read and sites that nobody went to, each once it is 90 days
 * old; words that nothing has any more. What may go is said by the database, whose functions these are; nothing that was
 * published, and nothing of the log, is among it. At the start of a worker and every day; several workers do each other no
 * harm, and what fails is logged and keeps nothing else from going.
 */
export async function thinOut(): Promise<void> {
  await thinLooks();
  await untilDone((most) => db().$queryRaw`SELECT forget_deliveries(${most}::int) AS gone`);
  await untilDone((most) => db().$queryRaw`SELECT forget_mails(${most}::int) AS gone`);
  await untilDone((most) => db().$queryRaw`SELECT forget_hosts(${most}::int) AS gone`);
  await logged(forgetNews(), "forgetting news");
  for (const kind of wordKinds) await logged(forgetAllWords(kind), "forgetting words");
}

const logged = (work: Promise<void>, what: string): Promise<void> =>
  work.catch((error: unknown) => logger.error({ err: error }, what));

async function forgetNews(): Promise<void> {
  for (let after: string | null = ""; after !== null;) {
    const [row]: { after: string | null }[] = await db().$queryRaw`
      SELECT forget_news(${after}, ${newsAtOnce}::int) AS after`;
    after = row?.after ?? null;
  }
}

async function thinLooks(): Promise<void> {
  let after: string | null = "";
  while (after !== null) after = await thinLooksAfter(after);
}

/** How far it came, also where these articles' looks could not be thinned; `null` once there are no more. */
async function thinLooksAfter(after: string): Promise<string | null> {
  try {
    const [row] = await db().$queryRaw<{ after: string | null }[]>`
      SELECT thin_looks(${after}, ${articlesAtOnce}::int) AS after`;
    return row?.after ?? null;
  } catch (error) {
    logger.error({ err: error, after }, "thinning looks");
    const passed = await db().article.findMany({
      where: { id: { gt: after }, lastCheckedAt: { not: null } },
      orderBy: { id: "asc" },
      take: articlesAtOnce,
      select: { id: true },
    });
    return passed.at(-1)?.id ?? null;
  }
}

async function untilDone(forget: (most: number) => Prisma.PrismaPromise<{ gone: number }[]>): Promise<void> {
  try {
    for (;;) {
      const [row] = await forget(rowsAtOnce);
      if ((row?.gone ?? 0) < rowsAtOnce) return;
    }
  } catch (error) {
    logger.error({ err: error }, "forgetting what ended");
  }
}
