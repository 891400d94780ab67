import "server-only";
import { seenClaims, seesClaim } from "../access/sight.server";
import type { Viewer } from "../access/viewer";
import { db, Prisma } from "../core/db.server";
import { isOpenClaim, queueWhere } from "./queue-where.server";

export type NamedClaim = { id: string; text: string };

const mostFound = 30;
const mostOwn = 20;
const mostNewest = 50;

/** So many of the claims that a person looked at, or has, are gone through for those that are open. */
const mostGoneThrough = 200;

/** Open claims with these words, newest first, at most 30; none for no words. */
async function claimsFound(viewer: Viewer, words: string | undefined, now: Date): Promise<NamedClaim[]> {
  if (!words?.trim()) return [];
  const where = await queueWhere(viewer, { sort: "newest", q: words }, now);
  return db().$queryRaw`
    SELECT c.id, c.text FROM claim c
    WHERE ${where} AND ${isOpenClaim}
    ORDER BY c.id DESC LIMIT ${mostFound}`;
}

/** The open claims that this person looked at last, then those they have. */
async function claimsInHand(viewer: Viewer): Promise<NamedClaim[]> {
  const open = Prisma.sql`${isOpenClaim} AND ${seesClaim(viewer, Prisma.sql`c.id`)}`;
  const [looked, held] = await Promise.all([
    db().$queryRaw<NamedClaim[]>`
      SELECT c.id, c.text FROM (
        SELECT m."claimId", m."seenAt" FROM seen_mark m WHERE m."userId" = ${viewer.id}
        ORDER BY m."seenAt" DESC LIMIT ${mostGoneThrough}
      ) s JOIN claim c ON c.id = s."claimId" WHERE ${open} ORDER BY s."seenAt" DESC LIMIT ${mostOwn}`,
    db().$queryRaw<NamedClaim[]>`
      SELECT c.id, c.text FROM (
        SELECT * FROM claim h WHERE h."assigneeId" = ${viewer.id} ORDER BY h.id DESC LIMIT ${mostGoneThrough}
      ) c WHERE ${open} ORDER BY c.id DESC LIMIT ${mostOwn}`,
  ]);
  return [...looked, ...held];
}

function claimsNewest(viewer: Viewer): Promise<NamedClaim[]> {
  return db().$queryRaw`
    SELECT c.id, c.text FROM (
      SELECT s.id FROM ${seenClaims(viewer)} s ORDER BY s.id DESC LIMIT ${mostNewest}
    ) n JOIN claim c ON c.id = n.id WHERE ${isOpenClaim} ORDER BY c.id DESC`;
}

/**
 * The open claims that words of an article can be logged to: `found` have the words that were looked for, `inHand` are those
 * this person looked at last or has, `all` is both and then the newest, each once. Any open claim can be found by its words.
 */
export async function claimsToQuoteFor(
  viewer: Viewer,
  words: string | undefined,
  now: Date,
): Promise<{ found: NamedClaim[]; inHand: NamedClaim[]; all: NamedClaim[] }> {
  const [found, own, newest] = await Promise.all([
    claimsFound(viewer, words, now),
    claimsInHand(viewer),
    claimsNewest(viewer),
  ]);
  return { found, inHand: eachOnce(own), all: eachOnce([...found, ...own, ...newest]) };
}

const eachOnce = (claims: NamedClaim[]) => [...new Map(claims.map((claim) => [claim.id, claim])).values()];
