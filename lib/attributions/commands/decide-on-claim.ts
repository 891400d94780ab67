import "server-only";
import type { Viewer } from "../../access/viewer";
import { noteAuthor, noteRemoval, openForWriting } from "../../claims/open-claim.server";
import type { Tx } from "../../core/db.server";
import { refuse } from "../../core/result";
import { refreshComparisons } from "../../figures/refresh-comparisons.server";
import { recordEvent } from "../../log/record.server";
import type { AttributionStatus } from "../on-claim";

type Decided = {
  attributionId: string;
  claimId: string;
  status: AttributionStatus;
  /** The name and kind that were suggested, where it was put right with this. */
  suggested?: { name: string; kind: string } | null;
};

/**
 * Decides an attribution for one claim; `suggested` takes the decision back, and what holds for every claim holds again.
 * Refuses one that this claim's evidence does not lead to, and any on a published claim. Answers what was decided for it
 * before, `null` when nothing was.
 */
export async function decideOnClaim(
  tx: Tx,
  viewer: Viewer,
  decided: Decided,
  now: Date,
): Promise<string | null> {
  const { attributionId, claimId, status, suggested } = decided;
  if (status === "suggested") return takeBackOnClaim(tx, viewer, decided, now);
  await openForWriting(tx, viewer, claimId, now);
  if (!(await leadsTo(tx, claimId, attributionId)))
    refuse({
      kind: "invalid",
      code: "not-on-this-claim",
      detail:
        "No evidence of this claim comes that way. Decide it for every claim, or on a claim that uses it.",
    });
  const before = await tx.claimAttribution.findUnique({
    where: { attributionId_claimId: { attributionId, claimId } },
    select: { status: true },
  });
  await tx.claimAttribution.upsert({
    where: { attributionId_claimId: { attributionId, claimId } },
    create: { attributionId, claimId, status, decidedById: viewer.id, decidedAt: now },
    update: { status, decidedById: viewer.id, decidedAt: now },
  });
  await noteAuthor(tx, viewer, claimId, "attribution", attributionId, now);
  await refreshComparisons(tx, claimId);
  await recordEvent(tx, viewer, now, {
    event: `attribution.${status}-here`,
    subject: { kind: "attribution", id: attributionId },
    claimId,
    from: before?.status ?? null,
    to: status,
    ...(suggested ? { body: { suggested } } : {}),
  });
  return before && before.status !== "withdrawn" ? before.status : null;
}

/** Takes back what was decided for one claim alone, and answers it; nothing happens when nothing was. */
export async function takeBackOnClaim(
  tx: Tx,
  viewer: Viewer,
  { attributionId, claimId }: Pick<Decided, "attributionId" | "claimId">,
  now: Date,
): Promise<string | null> {
  const key = { attributionId_claimId: { attributionId, claimId } };
  const before = await tx.claimAttribution.findUnique({ where: key, select: { status: true } });
  if (!before || before.status === "withdrawn") return null;
  await openForWriting(tx, viewer, claimId, now);
  const by = { decidedById: viewer.id, decidedAt: now };
  await tx.claimAttribution.update({ where: key, data: { status: "withdrawn", ...by } });
  await noteRemoval(tx, viewer, claimId, "attribution", attributionId, now);
  await refreshComparisons(tx, claimId);
  await recordEvent(tx, viewer, now, {
    event: "attribution.taken-back-here",
    subject: { kind: "attribution", id: attributionId },
    claimId,
    from: before.status,
  });
  return before.status;
}

/** Whether the claim's evidence leads to the attribution over any others, decided or not. */
async function leadsTo(tx: Tx, claimId: string, attributionId: string): Promise<boolean> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE upstream AS (
      SELECT e."articleId" AS id FROM evidence e WHERE e."claimId" = ${claimId} AND e."removedAt" IS NULL
      UNION SELECT a."toArticleId" FROM attribution a JOIN upstream u ON a."fromArticleId" = u.id WHERE a."toArticleId" IS NOT NULL)
    SELECT a.id FROM attribution a JOIN upstream u ON u.id = a."fromArticleId" WHERE a.id = ${attributionId} LIMIT 1`;
  return found.length > 0;
}
