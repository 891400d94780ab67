import "server-only";
import type { Actor } from "../access/viewer";
import type { Tx } from "../core/db.server";
import { fallBackToReview } from "./open-claim.server";

/** Sends claims that were ready back to review when the record of each prints something about the article, and it changed. */
export async function reopenClaimsOn(
  tx: Tx,
  actor: Actor | null,
  articleId: string,
  now: Date,
): Promise<void> {
  const claims = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM claim c WHERE c.state = 'ready'
      AND EXISTS (SELECT 1 FROM claim_articles(c.id) a(id) WHERE a.id = ${articleId}) ORDER BY c.id`;
  const ids = claims.map(({ id }) => id);
  await fallBackToReview(tx, actor, ids, now);
}
