import "server-only";
import type { Viewer } from "../access/viewer";
import { findMatches } from "../claims/find-matches.server";
import { publicStates } from "../claims/list-claims.server";
import { sameEnough } from "../claims/same-enough";
import { db } from "../core/db.server";
import type { SimilarClaimDto, TipDto } from "./dto";

const mostShown = 3;

/**
 * Claims that say much the same as tips that wait for a decision, by tip: three at most, each with why it was found and
 * how what is public of it stands.
 */
export async function similarToTips(
  viewer: Viewer,
  tips: readonly TipDto[],
): Promise<Map<string, SimilarClaimDto[]>> {
  const waiting = tips.filter(({ state }) => state === "new");
  const ofEach = await Promise.all(
    waiting.map(async (tip) =>
      (await findMatches(viewer, tip)).slice(0, mostShown).map((claim) => ({ tip, claim })),
    ),
  );
  const found = ofEach.flat();
  const [same, states] = await Promise.all([
    areSame(found.map(({ tip, claim }) => [tip.text, claim.text])),
    publicStates(
      viewer,
      found.map(({ claim }) => ({ id: claim.claimId })),
    ),
  ]);
  const claims = found.map(({ tip, claim: { score: _score, ...claim } }, index) => {
    const publicState = states.get(claim.claimId);
    return {
      tipId: tip.id,
      claim: { ...claim, ...(publicState ? { publicState } : {}), isSame: same[index] === true },
    };
  });
  return new Map(
    waiting.map(({ id }) => [id, claims.filter(({ tipId }) => tipId === id).map(({ claim }) => claim)]),
  );
}

/** Of each two texts whether they are as much the same as claims that the queue shows as perhaps the same. */
async function areSame(pairs: readonly (readonly [string, string])[]): Promise<boolean[]> {
  if (pairs.length === 0) return [];
  const rows = await db().$queryRaw<{ isSame: boolean }[]>`
    SELECT claim_sameness(p.tip, p.claim) >= ${sameEnough} AS "isSame"
    FROM unnest(${pairs.map(([tip]) => tip)}::text[], ${pairs.map(([, claim]) => claim)}::text[])
      WITH ORDINALITY AS p(tip, claim, at) ORDER BY p.at`;
  return rows.map(({ isSame }) => isSame);
}
