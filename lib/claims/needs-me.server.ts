import "server-only";
import type { Viewer } from "../access/viewer";
import { Prisma } from "../core/db.server";

/*
 * Everything here is a condition on `claim c`, asked claim by claim in the order of a list: OFFSET 0 keeps the planner from
 * reading every review, contribution or log entry that there is first.
 */

/** Signed already, for a time that has not come. */
export const waitsForItsTime = Prisma.sql`EXISTS (SELECT 1 FROM schedule w WHERE w."claimId" = c.id AND w.state = 'waiting')`;

const isReviewedBy = (viewer: Viewer) =>
  Prisma.sql`EXISTS (SELECT 1 FROM review r WHERE r."claimId" = c.id AND r."reviewerId" = ${viewer.id} OFFSET 0)`;

/** Whoever wrote something on it counts as an author here; the gate knows exactly, and asks for one more where this errs. */
const outsiders = Prisma.sql`count(DISTINCT r."reviewerId") FILTER (WHERE r."reviewerId" <> c."createdById"
  AND NOT EXISTS (SELECT 1 FROM contribution n WHERE n."claimId" = c.id AND n."userId" = r."reviewerId"))`;

/** Two people who are still here gave their mark, one of them no author: what the gate asks for (DOMAIN.md, `review-missing`). */
const hasItsReviews = Prisma.sql`(SELECT count(DISTINCT r."reviewerId") >= 2 AND ${outsiders} >= 1
  FROM review r JOIN "user" u ON u.id = r."reviewerId" AND u."deactivatedAt" IS NULL WHERE r."claimId" = c.id)`;

/** The fields that a review holds for, as the log names them: see `publications/basis-hash.ts`. */
const basisFields = ["text", "verbatim", "stance", "shows", "disclosure", "translation", "translator"];

/** Evidence came or went, or what a review holds for was edited, after this person's last mark. */
const isOvertaken = (viewer: Viewer) => Prisma.sql`EXISTS (
  SELECT 1 FROM (SELECT max(r."givenAt") AS at FROM review r WHERE r."claimId" = c.id AND r."reviewerId" = ${viewer.id}) mine
  WHERE EXISTS (SELECT 1 FROM evidence e WHERE e."claimId" = c.id AND (
      (e."addedAt" > mine.at AND e."removedAt" IS NULL) OR (e."addedAt" <= mine.at AND e."removedAt" > mine.at)))
    OR EXISTS (SELECT 1 FROM log_entry l JOIN log_payload p ON p."entryId" = l.id
      WHERE l."claimId" = c.id AND l.event IN ('claim.edited', 'evidence.edited') AND l.at > mine.at
        AND (p.body -> 'changes') ?| ${basisFields}::text[])
  OFFSET 0)`;

/** This person wrote part of it, so that another editor has to sign, unless one person may do both. */
const isKeptFrom = (viewer: Viewer) => Prisma.sql`CASE
  WHEN c."createdById" = ${viewer.id}
    OR EXISTS (SELECT 1 FROM contribution n WHERE n."claimId" = c.id AND n."userId" = ${viewer.id} OFFSET 0)
  THEN EXISTS (SELECT 1 FROM claim_authors(c.id) a(id) WHERE a.id = ${viewer.id})
    AND NOT EXISTS (SELECT 1 FROM setting s WHERE s.key = 'gate' AND s.value ->> 'onePersonDesk' = 'true')
  ELSE false END`;

/**
 * What waits for this person: what they have in hand, or wrote and nobody has, once research began; a review that is still
 * wanted, or theirs to be given again because what it was about changed; the step after the reviews of what is theirs; for
 * editors what is ready and theirs to sign.
 */
export function needsMe(viewer: Viewer): Prisma.Sql {
  const inHand = Prisma.sql`((c."assigneeId" = ${viewer.id} AND c.state IN ('new', 'researching'))
    OR (c."assigneeId" IS NULL AND c."createdById" = ${viewer.id} AND c.state = 'researching'))`;
  const again = Prisma.sql`(c.state IN ('in-review', 'ready') AND NOT ${waitsForItsTime} AND ${isReviewedBy(viewer)} AND ${isOvertaken(viewer)})`;
  const nextStep = Prisma.sql`(c.state = 'in-review' AND coalesce(c."assigneeId", c."createdById") = ${viewer.id} AND ${hasItsReviews})`;
  const first =
    viewer.role === "editor"
      ? Prisma.sql`(c.state = 'ready' AND NOT ${waitsForItsTime} AND NOT ${isKeptFrom(viewer)})`
      : Prisma.sql`(c.state IN ('in-review', 'ready') AND NOT ${isReviewedBy(viewer)} AND NOT ${hasItsReviews})`;
  return Prisma.sql`(c.state IN ('new', 'researching', 'in-review', 'ready') AND (${inHand} OR ${nextStep} OR ${again} OR ${first}))`;
}
