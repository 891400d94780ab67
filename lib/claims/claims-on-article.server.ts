import "server-only";
import type { Actor } from "../access/viewer";
import type { Tx } from "../core/db.server";
import { fallBackToReview } from "./open-claim.server";

/** Sends claims that were ready back to review when the record of each prints something about one of the articles, and it changed. */
export async function reopenClaimsOn(
  tx: Tx,
  actor: Actor | null,
  articleIds: readonly string[],
  now: Date,
): Promise<void> {
  if (articleIds.length === 0) return;
  const claims = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM claim c WHERE c.state = 'ready'
      AND EXISTS (SELECT 1 FROM claim_articles(c.id) a(id) WHERE a.id = ANY(${[...articleIds]})) ORDER BY c.id`;
  const ids = claims.map(({ id }) => id);
  await fallBackToReview(tx, actor, ids, now);
}
