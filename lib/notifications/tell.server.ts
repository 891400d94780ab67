import "server-only";
import { Prisma, type Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { defaultWays, switchOf } from "./kinds";

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

/**
 * Who hears of what happens on a claim: whoever watches it, wrote it or has it, unless they said that they want to hear
 * no more of it. Without `exceptId`, who did it.
 */
export async function watchersOf(tx: Tx, claimId: string, exceptId: string | null): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM "user" u WHERE u."deactivatedAt" IS NULL AND u.id IS DISTINCT FROM ${exceptId}
      AND NOT EXISTS (SELECT 1 FROM watch w WHERE w."claimId" = ${claimId} AND w."userId" = u.id AND w.state = 'muted')
      AND u.id IN (
        SELECT c."createdById" FROM claim c WHERE c.id = ${claimId}
        UNION SELECT c."assigneeId" FROM claim c WHERE c.id = ${claimId}
        UNION SELECT w."userId" FROM watch w WHERE w."claimId" = ${claimId} AND w.state = 'watching')
    ORDER BY u.id`;
  return rows.map(({ id }) => id);
}

/**
 * Whose signature a claim waits for: the editors who wrote none of it, or all of them where one person may do both; but for
 * those who said that they want to hear no more of it. Without `exceptId`, who called it ready.
 */
export async function signersOf(tx: Tx, claimId: string, exceptId: string | null): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM "user" u
    WHERE u.role = 'editor' AND u."deactivatedAt" IS NULL AND u.id IS DISTINCT FROM ${exceptId}
      AND NOT EXISTS (SELECT 1 FROM watch w WHERE w."claimId" = ${claimId} AND w."userId" = u.id AND w.state = 'muted')
      AND (u.id NOT IN (SELECT a.id FROM claim_authors(${claimId}) a(id))
        OR EXISTS (SELECT 1 FROM setting s WHERE s.key = 'gate' AND s.value ->> 'onePersonDesk' = 'true'))
    ORDER BY u.id`;
  return rows.map(({ id }) => id);
}

/**
 * Who is told of what cannot wait until whoever signed it is back: every editor, but those who said that they want to hear
 * no more of the claim. (An intern is no editor: the database says so.)
 */
export async function editorsOnDuty(tx: Tx, claimId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM "user" u WHERE u.role = 'editor' AND u."deactivatedAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM watch w WHERE w."claimId" = ${claimId} AND w."userId" = u.id AND w.state = 'muted')
    ORDER BY u.id`;
  return rows.map(({ id }) => id);
}

/**
 * Tells people something, each of them once for each `onceKey`, however often it is found again, and by the ways each of
 * them chose for its kind. Whoever wants it by no way is not told. Answers who was told now.
 */
export async function tell(
  tx: Tx,
  userIds: readonly string[],
  news: News,
  now: Date,
): Promise<ReadonlySet<string>> {
  if (userIds.length === 0) return new Set();
  const kind = switchOf(news.kind);
  const ways = defaultWays[kind];
  const rows = userIds.map((userId) => Prisma.sql`(${newId()}, ${userId})`);
  const told = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO notification (id, "userId", kind, text, "claimId", "articleId", "onceKey", "inApp", "byMail", "createdAt")
    SELECT t.id, t.user_id, ${news.kind}, ${news.text}, ${news.claimId}, ${news.articleId ?? null}, ${news.onceKey},
      coalesce(c."inApp", ${ways.inApp}), coalesce(c."byMail", ${ways.byMail}), ${now}
    FROM (VALUES ${Prisma.join(rows)}) AS t(id, user_id)
    LEFT JOIN news_choice c ON c."userId" = t.user_id AND c.kind = ${kind}
    WHERE coalesce(c."inApp", ${ways.inApp}) OR coalesce(c."byMail", ${ways.byMail})
    ON CONFLICT ("userId", "onceKey") DO NOTHING RETURNING "userId" AS id`;
  return new Set(told.map(({ id }) => id));
}

/**
 * Tells somebody what was done to their own account, at the bell and by mail whatever they chose: a choice made by whoever
 * took the account over would silence it.
 */
export async function tellOfAccount(tx: Tx, userId: string, text: string, now: Date): Promise<void> {
  const id = newId();
  const ways = { inApp: true, byMail: true };
  await tx.notification.create({
    data: { id, userId, kind: "account", text, onceKey: `account:${id}`, ...ways, createdAt: now },
  });
}
