import "server-only";
import { seesArticle } from "../access/sight.server";
import type { Sight, Viewer } from "../access/viewer";
import { db, Prisma } from "../core/db.server";
import type { SeenMarkInput } from "./seen-mark-schema";

/**
 * How far the claim's log reaches now: taken before a page is read, so that whatever the page does not show is still new.
 * The snapshot says which transactions were done: an entry may become visible after one with a later id.
 */
export async function logReach(claimId: string): Promise<{ entryId: string | null; snapshot: string }> {
  const [row] = await db().$queryRaw<{ entryId: string | null; snapshot: string }[]>`
    SELECT pg_current_snapshot()::text AS snapshot, greatest(
      (SELECT max(id) FROM log_entry WHERE "claimId" = ${claimId}),
      (SELECT max("entryId") FROM entry_on_claim WHERE "claimId" = ${claimId})) AS "entryId"`;
  return row!;
}

/** Notes that this person has seen the claim as far as `mark` reaches. Nobody else is told; an older mark changes nothing. */
export async function markSeen(viewer: Viewer, mark: SeenMarkInput, now: Date): Promise<void> {
  await db().$executeRaw`
    INSERT INTO seen_mark ("claimId", "userId", "entryId", snapshot, "seenAt")
    SELECT c.id, ${viewer.id}, ${mark.entryId}, ${mark.snapshot}, ${now} FROM claim c WHERE c.id = ${mark.claimId}
    ON CONFLICT ("claimId", "userId") DO UPDATE SET "entryId" = EXCLUDED."entryId", snapshot = EXCLUDED.snapshot, "seenAt" = EXCLUDED."seenAt"
      WHERE coalesce(seen_mark."entryId", '') <= coalesce(EXCLUDED."entryId", '')`;
}

/**
 * Of `claim_log l`, which is all that the log says of a claim: what this viewer is told. An entry about an article, or about
 * where one has it from, names articles: none that they may not see.
 */
export function entrySeen(viewer: Sight): Prisma.Sql {
  if (viewer.sees === "everything") return Prisma.sql`true`;
  const seen = (id: Prisma.Sql) => seesArticle(viewer, id);
  return Prisma.sql`(l."subjectKind" <> 'article' OR ${seen(Prisma.sql`l."subjectId"`)})
    AND NOT EXISTS (SELECT 1 FROM attribution h WHERE l."subjectKind" = 'attribution' AND h.id = l."subjectId"
      AND NOT (${seen(Prisma.sql`h."fromArticleId"`)} AND (h."toArticleId" IS NULL OR ${seen(Prisma.sql`h."toArticleId"`)})))`;
}

/**
 * Entries `l` of a claim that lie beyond the mark `s`. After a restore into another cluster transactions count anew: an id
 * past the mark is new in any case.
 */
export const afterSeenMark = Prisma.sql`(l.id > coalesce(s."entryId", '') OR NOT pg_visible_in_snapshot(l.txid, s.snapshot::pg_snapshot))`;
