import "server-only";
import type { Actor, Viewer } from "../access/viewer";
import { Prisma, rowsOf, sendLater, type Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { notFound, refuse } from "../core/result";
import { recordEvent } from "../log/record.server";
import { cancelSchedules } from "../schedules/cancel-schedules.server";
import type { EndCode } from "../schedules/ends";
import { nextState } from "./workflow";
import type { ClaimState } from "./vocabulary";

export type LockedClaim = {
  id: string;
  state: ClaimState;
  version: number;
  text: string;
  slug: string | null;
  createdById: string;
  assigneeId: string | null;
  /** Who has it and is still here: whoever left has it no longer. */
  holderId: string | null;
};

/** Locks the claim's row until the command ends, so that whoever signs it waits or is waited for. Refuses when there is none. */
export async function lockClaim(tx: Tx, claimId: string): Promise<LockedClaim> {
  const rows = await rowsOf<LockedClaim>(
    tx,
    Prisma.sql`
      SELECT id, state, version, text, slug, "createdById", "assigneeId",
        (SELECT u.id FROM "user" u WHERE u.id = "assigneeId" AND u."deactivatedAt" IS NULL) AS "holderId"
      FROM claim WHERE id = ${claimId} FOR UPDATE`,
  );
  return rows[0] ?? refuse(notFound("claim"));
}

/**
 * Locks the claim for a write: refuses on a published one (`open-a-correction`), and sends a claim that was ready back
 * to review, because what would be signed is no longer what was ready.
 */
export async function openForWriting(
  tx: Tx,
  viewer: Viewer,
  claimId: string,
  now: Date,
): Promise<LockedClaim> {
  const claim = await lockClaim(tx, claimId);
  const next = nextState(claim.state, "edit");
  if (!next.ok) refuse(next.error);
  await sendLater(tx, Prisma.sql`UPDATE claim SET "updatedAt" = ${now} WHERE id = ${claimId}`);
  if (next.value !== claim.state) await fallBackToReview(tx, viewer, [claimId], now);
  return claim;
}

/**
 * Sends those of the claims that were ready back to review, because what they rest on changed; each is logged. `isTold`:
 * their people were told why already. What waited on them for its time to be published is cancelled: `ends` says why.
 */
export async function fallBackToReview(
  tx: Tx,
  actor: Actor | null,
  claimIds: string[],
  now: Date,
  { isTold = false, ends = "changed" }: { isTold?: boolean; ends?: EndCode } = {},
): Promise<void> {
  await cancelSchedules(tx, actor, claimIds, ends, now);
  const [from, to] = ["ready", "in-review"];
  const fallen = await tx.claim.updateManyAndReturn({
    where: { id: { in: claimIds }, state: from },
    data: { state: to, updatedAt: now },
    select: { id: true },
  });
  for (const { id } of fallen) {
    const subject = { kind: "claim", id };
    await recordEvent(tx, actor, now, { event: "claim.fell-back", subject, claimId: id, from, to, isTold });
  }
}

type Written = { claimId: string; what: string; subjectId: string; now: Date };

/** Contributions to the version of the claim that is being worked on, one for each `id` and `userId` that `whose` selects. */
async function insertContributions(
  tx: Tx,
  { claimId, what, subjectId, now }: Written,
  whose: Prisma.Sql,
): Promise<void> {
  await sendLater(
    tx,
    Prisma.sql`
      INSERT INTO contribution (id, "claimId", "userId", what, "subjectId", cycle, at)
      SELECT w.id, ${claimId}, w."userId", ${what}, ${subjectId}, claim_cycle(${claimId}), ${now} FROM (${whose}) w`,
  );
}

/** Notes who wrote what, for four eyes: `what` names the kind of thing, `subjectId` the thing. */
export async function noteAuthor(
  tx: Tx,
  viewer: Viewer,
  claimId: string,
  what: string,
  subjectId: string,
  now: Date,
): Promise<void> {
  const whose = Prisma.sql`SELECT ${newId()}::text AS id, ${viewer.id}::text AS "userId"`;
  await insertContributions(tx, { claimId, what, subjectId, now }, whose);
}

/** Notes who wrote about an article; it counts on each claim that rests on the article. */
export async function noteArticleAuthor(
  tx: Tx,
  viewer: Viewer,
  articleId: string,
  what: string,
  subjectId: string,
  now: Date,
): Promise<void> {
  await sendLater(
    tx,
    Prisma.sql`
      INSERT INTO contribution (id, "articleId", "userId", what, "subjectId", at)
      VALUES (${newId()}, ${articleId}, ${viewer.id}, ${what}, ${subjectId}, ${now})`,
  );
}

/** What was removed has no authors once the next version stands; removing it is authoring until then. */
export async function noteRemoval(
  tx: Tx,
  viewer: Viewer,
  claimId: string,
  what: string,
  subjectId: string,
  now: Date,
): Promise<void> {
  await sendLater(
    tx,
    Prisma.sql`UPDATE contribution SET "removedCycle" = claim_cycle(${claimId}) WHERE "subjectId" = ${subjectId} AND "claimId" = ${claimId}`,
  );
  await sendLater(
    tx,
    Prisma.sql`
      INSERT INTO contribution (id, "claimId", "userId", what, "subjectId", cycle, "removedCycle", at)
      VALUES (${newId()}, ${claimId}, ${viewer.id}, ${what}, ${subjectId}, claim_cycle(${claimId}), claim_cycle(${claimId}), ${now})`,
  );
}

/**
 * What was taken off is back: whoever wrote on it before is an author again, beside whoever puts it back. Contributions
 * that were closed stay closed, and new rows say the same.
 */
export async function noteReturn(
  tx: Tx,
  viewer: Viewer,
  claimId: string,
  what: string,
  subjectId: string,
  now: Date,
): Promise<void> {
  const whose = Prisma.sql`
    SELECT gen_random_uuid()::text AS id, "userId" FROM (
      SELECT "userId" FROM contribution WHERE "claimId" = ${claimId} AND "subjectId" = ${subjectId}
      UNION SELECT ${viewer.id}::text) before`;
  await insertContributions(tx, { claimId, what, subjectId, now }, whose);
}
