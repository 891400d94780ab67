import "server-only";
import type { Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";

export type News = {
  kind: string;
  text: string;
  claimId: string | null;
  articleId?: string | null;
  onceKey: string;
};

/**
 * The people of a claim who still have an account: who wrote it or added evidence that stands, whoever it is assigned
 * to, its reviewers, and who signed what stands. Without `exceptId`, who knows already.
 */
export async function peopleOfClaim(tx: Tx, claimId: string, exceptId: string | null): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM "user" u WHERE u."deactivatedAt" IS NULL AND u.id IS DISTINCT FROM ${exceptId} AND u.id IN (
      SELECT c."createdById" FROM claim c WHERE c.id = ${claimId}
      UNION SELECT c."assigneeId" FROM claim c WHERE c.id = ${claimId}
      UNION SELECT e."addedById" FROM evidence e WHERE e."claimId" = ${claimId} AND e."removedAt" IS NULL
      UNION SELECT r."reviewerId" FROM review r WHERE r."claimId" = ${claimId}
      UNION (SELECT s."editorId" FROM publication p JOIN sign_off s ON s.id = p."signOffId" WHERE p."claimId" = ${claimId} ORDER BY p.version DESC LIMIT 1))
    ORDER BY u.id`;
  return rows.map(({ id }) => id);
}

/** Tells people something, each of them once for each `onceKey`, however often it is found again. */
export async function tell(tx: Tx, userIds: readonly string[], news: News, now: Date): Promise<void> {
  await tx.notification.createMany({
    data: userIds.map((userId) => ({
      id: newId(),
      userId,
      kind: news.kind,
      text: news.text,
      claimId: news.claimId,
      articleId: news.articleId ?? null,
      onceKey: news.onceKey,
      createdAt: now,
    })),
    skipDuplicates: true,
  });
}
