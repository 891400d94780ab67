import "server-only";
import type { Viewer } from "../access/viewer";
import { Prisma } from "../core/db.server";

/*
 * Everything here is a condition on `claim c`, asked claim by claim in the order of a list: OFFSET 0 and CASE keep the
 * planner from gathering every review, contribution or log entry that there is first, to sort what is left.
 */

/** Signed already, for a time that has not come. */
export const waitsForItsTime = Prisma.sql`EXISTS (SELECT 1 FROM schedule w WHERE w."claimId" = c.id AND w.state = 'waiting')`;

const leavers = Prisma.sql`ARRAY(SELECT u.id FROM "user" u WHERE u."deactivatedAt" IS NOT NULL)`;

/** Nobody who is still here has it. */
export const isWithNobody = Prisma.sql`(c."assigneeId" IS NULL OR c."assigneeId" = ANY (${leavers}))`;

/** Of the claim's reviews: when this person gave the last of theirs, and whether anybody and two people gave one. */
const reviews = (viewer: Viewer) => Prisma.sql`(
  SELECT max(r."givenAt") FILTER (WHERE r."reviewerId" = ${viewer.id}) AS mine,
    count(*) > 0 AS "areAny", coalesce(min(r."reviewerId") < max(r."reviewerId"), false) AS "areTwo"
  FROM review r WHERE r."claimId" = c.id)`;

/** One of them is no author. Whoever wrote something on it counts as one here; the gate knows exactly, and asks for one more where this errs. */
const isByOutsider = Prisma.sql`EXISTS (
  SELECT 1 FROM review r WHERE r."claimId" = c.id AND r."reviewerId" <> c."createdById"
    AND NOT EXISTS (SELECT 1 FROM contribution n WHERE n."claimId" = c.id AND n."userId" = r."reviewerId")
  OFFSET 0)`;

const onePersonDesk = Prisma.sql`EXISTS (SELECT 1 FROM setting s WHERE s.key = 'gate' AND s.value ->> 'onePersonDesk' = 'true')`;

/**
 * Two people gave their mark, one of them no author, or anybody where one person may do both: what the gate asks for
 * (`review-missing`). Like the gate it counts the marks of those who left since.
 */
const hasItsReviews = Prisma.sql`(CASE WHEN ${onePersonDesk} THEN v."areAny" ELSE v."areTwo" AND ${isByOutsider} END)`;

/** The fields that a review holds for, as the log names them: see `publications/basis-hash.ts`. */
const basisFields = ["text", "verbatim", "stance", "shows", "disclosure", "translation", "translator"];

/** Of an entry `l` that brought evidence back: it was away when this person gave their last mark, and not only since. */
const wasAway = Prisma.sql`NOT EXISTS (SELECT 1 FROM log_entry g WHERE g."subjectKind" = 'evidence' AND g."subjectId" = l."subjectId"
    AND g.event = 'evidence.removed' AND g.at > v.mine AND g.at <= l.at)`;

/** Of an entry `l` of the log: it brought back evidence that was away when this person gave their last mark, and is here now. */
const isBack = Prisma.sql`(
  EXISTS (SELECT 1 FROM evidence e WHERE e.id = l."subjectId" AND e."addedAt" <= v.mine AND e."removedAt" IS NULL)
  AND ${wasAway})`;

/** Of evidence `e`: it was here when this person gave their last mark, and was taken off since; away, back and away again is no change. */
const isGone = Prisma.sql`(e."addedAt" <= v.mine AND e."removedAt" > v.mine
  AND NOT EXISTS (SELECT 1 FROM log_entry l WHERE l."subjectKind" = 'evidence' AND l."subjectId" = e.id
    AND l.event = 'evidence.restored' AND l.at > v.mine AND ${wasAway}))`;

/** Of entry `p` of an edit of what was there at this person's last mark and is here now: what its field `f` said before and says now. */
const saysElse = Prisma.sql`(CASE WHEN l.event = 'claim.edited' THEN (p.body -> 'was' -> f) IS DISTINCT FROM (to_jsonb(c) -> f)
  ELSE EXISTS (SELECT 1 FROM evidence e WHERE e.id = l."subjectId" AND e."addedAt" <= v.mine AND e."removedAt" IS NULL
    AND (p.body -> 'was' -> f) IS DISTINCT FROM (to_jsonb(e) -> f)) END)`;

/** Of an entry `l` of an edit: the first since this person's last mark that changed a field which now says something else than it did then. */
const changedBasis = Prisma.sql`EXISTS (
  SELECT 1 FROM log_payload p, jsonb_object_keys(p.body -> 'changes') f
  WHERE p."entryId" = l.id AND f = ANY (${basisFields}::text[])
    AND NOT EXISTS (SELECT 1 FROM log_entry g JOIN log_payload q ON q."entryId" = g.id
      WHERE g."subjectKind" = l."subjectKind" AND g."subjectId" = l."subjectId" AND g.event = l.event
        AND g.at > v.mine AND g.id < l.id AND (q.body -> 'changes') ? f)
    AND ${saysElse})`;

/** Evidence came, went or came back, or what a review holds for was edited and not changed back, after this person's last mark. */
const isOvertaken = Prisma.sql`(
  EXISTS (SELECT 1 FROM evidence e WHERE e."claimId" = c.id AND (
    (e."addedAt" > v.mine AND e."removedAt" IS NULL) OR ${isGone}) OFFSET 0)
  OR EXISTS (SELECT 1 FROM log_entry l
    WHERE l."claimId" = c.id AND l.event IN ('claim.edited', 'evidence.edited', 'evidence.restored') AND l.at > v.mine
      AND CASE WHEN l.event = 'evidence.restored' THEN ${isBack}
        ELSE ${changedBasis} END OFFSET 0))`;

/** Whoever wrote about an article of its evidence, such as where that has it from, wrote part of it too. */
const wroteOnItsArticles = (viewer: Viewer) => Prisma.sql`EXISTS (
  SELECT 1 FROM evidence e JOIN contribution n ON n."articleId" = e."articleId"
  WHERE e."claimId" = c.id AND e."removedAt" IS NULL AND n."userId" = ${viewer.id} OFFSET 0)`;

/**
 * This person wrote part of it, so that another editor has to sign, unless one person may do both. What they wrote further
 * up the route of a source, or on a part of it, is not looked for here: the gate knows, and says so to whoever would sign.
 */
const isKeptFrom = (viewer: Viewer) => Prisma.sql`CASE
  WHEN c."createdById" = ${viewer.id}
    OR EXISTS (SELECT 1 FROM contribution n WHERE n."claimId" = c.id AND n."userId" = ${viewer.id} OFFSET 0)
    OR ${wroteOnItsArticles(viewer)}
  THEN EXISTS (SELECT 1 FROM claim_authors(c.id) a(id) WHERE a.id = ${viewer.id}) AND NOT ${onePersonDesk}
  ELSE false END`;

/**
 * What waits for this person: what they have in hand, or wrote and nobody has, once research began; a review that is still
 * wanted (of checkers and admins: an editor sees the others' marks, so that theirs would not be given independently), or
 * theirs to be given again because what it was about changed; the step after the reviews of what is theirs; for
 * editors what is ready and theirs to sign.
 */
export function needsMe(viewer: Viewer): Prisma.Sql {
  const isInHand = Prisma.sql`(c."assigneeId" = ${viewer.id}
    OR (c."createdById" = ${viewer.id} AND c.state = 'researching' AND ${isWithNobody}))`;
  const isAgain = Prisma.sql`(v.mine IS NOT NULL AND NOT ${waitsForItsTime} AND ${isOvertaken})`;
  const isNextStep = Prisma.sql`(c.state = 'in-review' AND ${hasItsReviews}
    AND (c."assigneeId" = ${viewer.id} OR (c."createdById" = ${viewer.id} AND ${isWithNobody})))`;
  const isFirst =
    viewer.role === "editor"
      ? Prisma.sql`(c.state = 'ready' AND NOT ${waitsForItsTime} AND NOT ${isKeptFrom(viewer)})`
      : Prisma.sql`(v.mine IS NULL AND NOT ${hasItsReviews} AND NOT ${waitsForItsTime})`;
  return Prisma.sql`(c.state IN ('new', 'researching', 'in-review', 'ready') AND CASE
    WHEN c.state IN ('new', 'researching') THEN coalesce(${isInHand}, false)
    ELSE (SELECT ${isFirst} OR ${isNextStep} OR ${isAgain} FROM ${reviews(viewer)} v) END)`;
}
