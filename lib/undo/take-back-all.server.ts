import "server-only";
import { seesClaim } from "../access/sight.server";
import type { Viewer } from "../access/viewer";
import { db, Prisma } from "../core/db.server";
import { fail, ok, type Failure, type Result } from "../core/result";
import { takeBack } from "./take-back.server";

/** What became of one claim's part: `reason` says why something of it was not taken back, null when all was. */
export type ClaimTakenBack = { claimId: string; text: string; reason: string | null };

/**
 * `stays` says how many were not put back, null when all were; then `claims` says of each claim what became of it. `open`:
 * the entries that stay for a reason which can pass, such as a draft that cites it, and so can be taken back later.
 */
export type AllTakenBack = { stays: string | null; claims: ClaimTakenBack[]; open: string[] };

/**
 * Takes back several things that this person did at once, each as `takeBack` does, so that one that somebody changed since
 * keeps no other. What was taken back before is taken back, and counts once. A failure when none of them is theirs.
 */
export async function takeBackAll(
  viewer: Viewer,
  { entryIds }: { entryIds: string[] },
  now: Date,
): Promise<Result<AllTakenBack>> {
  const refused = new Map<string, Failure>();
  const each = [...new Set(entryIds)];
  // The last one first, as they would be taken back one by one.
  for (const entryId of each.toReversed()) {
    const done = await takeBack(viewer, { entryId }, now);
    if (!done.ok) refused.set(entryId, done.error);
  }
  const [first] = refused.values();
  if (!first) return ok({ stays: null, claims: [], open: [] });
  const of = await claimsOf(viewer, each);
  if (refused.size === each.length && of.length === 0) return fail(first);
  const stays = `${refused.size} of ${each.length} stay as they are.`;
  const isNamed = of.some(({ entryId }) => refused.has(entryId));
  const open = each.filter((entryId) => canPass(refused.get(entryId)));
  return ok({ stays: isNamed ? stays : `${stays} ${first.detail}`, claims: byClaim(of, refused), open });
}

/** Whether the same may be done later: what somebody changed since, or what is gone, is never put back. */
function canPass(refusal: Failure | undefined): boolean {
  return refusal !== undefined && refusal.code !== "stale" && refusal.kind !== "not_found";
}

type OfClaim = { entryId: string; claimId: string; text: string };

/** The claims that these entries of the person's own are about, as far as they see them. */
async function claimsOf(viewer: Viewer, entryIds: string[]): Promise<OfClaim[]> {
  return db().$queryRaw<OfClaim[]>`
    SELECT l.id AS "entryId", c.id AS "claimId", c.text FROM log_entry l JOIN claim c ON c.id = l."claimId"
    WHERE l.id = ANY (${entryIds}::text[]) AND l."actorId" = ${viewer.id} AND ${seesClaim(viewer, Prisma.sql`c.id`)}
    ORDER BY l.id`;
}

function byClaim(of: readonly OfClaim[], refused: ReadonlyMap<string, Failure>): ClaimTakenBack[] {
  const claims = new Map<string, ClaimTakenBack>();
  for (const { entryId, claimId, text } of of) {
    const reason = refused.get(entryId)?.detail ?? claims.get(claimId)?.reason ?? null;
    claims.set(claimId, { claimId, text, reason });
  }
  return [...claims.values()];
}
