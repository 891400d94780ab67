import "server-only";
import type { Viewer } from "../access/viewer";
import type { Tx } from "../core/db.server";
import { enqueue } from "../jobs/queue.server";
import { recordEvent } from "../log/record.server";

/** How an address is fetched: at once, as a person visits it, or in the site's turn and as its robots.txt allows. */
export type Fetching = { inTurn?: boolean };

/** Asks for an article that is `fetching` to be fetched: at once where a person wants it, else in its site's turn. */
export async function beginFetch(
  tx: Tx,
  viewer: Viewer,
  articleId: string,
  now: Date,
  { inTurn = false }: Fetching = {},
): Promise<{ articleId: string; state: "fetching" }> {
  await recordEvent(tx, viewer, now, {
    event: "article.fetch-asked",
    subject: { kind: "article", id: articleId },
  });
  const turn: Record<string, string> = inTurn ? { turn: "due" } : {};
  await enqueue(tx, "fetch-article", { articleId, actorId: viewer.id, ...turn });
  return { articleId, state: "fetching" };
}

/**
 * Whether the article only waits for its site's turn, as one page of a sheet's many: then its place in the line is given
 * up, for whoever asks for this page by itself goes first. What is being fetched, or looks for its turn at this moment,
 * is left to go on; the latter finds the article fetched when its turn comes.
 */
export async function leaveLine(tx: Tx, articleId: string): Promise<boolean> {
  const jobs = await tx.$queryRaw<{ id: string; turn: string | null; isWaiting: boolean }[]>`
    SELECT id, data->>'turn' AS turn, state IN ('created', 'retry') AS "isWaiting" FROM pgboss.job
    WHERE name = 'fetch-article' AND data->>'articleId' = ${articleId} AND state IN ('created', 'retry', 'active') FOR UPDATE`;
  const isInHand = jobs.some(({ turn, isWaiting }) => turn === null || (turn === "taken" && !isWaiting));
  if (isInHand || jobs.length === 0) return false;
  const waiting = jobs.filter(({ isWaiting }) => isWaiting).map(({ id }) => id);
  await tx.$executeRaw`DELETE FROM pgboss.job WHERE name = 'fetch-article' AND id = ANY(${waiting}::uuid[])`;
  return true;
}
