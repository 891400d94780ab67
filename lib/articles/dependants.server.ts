import "server-only";
import { openClaim } from "../claims/queries";
import { basisHash } from "../publications/build-record";
import { db, type Prisma } from "../core/db.server";
import { gateIssues } from "../verdicts/requirements";
import { dependentClaims } from "./commands/edit-article";

/** Blast radius: what leans on an article, and whether each verdict would still pass its gate without it. */
export async function articleDependants(articleId: string, now: Date) {
  const claims = await dependentClaims(db() as unknown as Prisma.TransactionClient, articleId);
  const [publications, tasks] = await Promise.all([
    db().publication.findMany({
      where: { claimId: { in: claims.map(({ id }) => id) } },
      select: { slug: true, version: true, kind: true, publishedAt: true },
      orderBy: [{ slug: "asc" }, { version: "asc" }],
    }),
    db().task.findMany({ where: { articleId }, orderBy: { id: "asc" } }),
  ]);
  const weighed = [];
  for (const { id } of claims) {
    const current = await openClaim(id, now);
    if (!current) continue;
    const { dossier, settings } = current;
    const without = {
      ...dossier,
      evidence: dossier.evidence.filter((item) => item.articleId !== articleId),
      attributions: dossier.attributions.filter(
        (edge) => edge.toArticleId !== articleId && edge.fromArticleId !== articleId,
      ),
    };
    // The reviews are held against what they were about: losing the article is weighed, not that it changed the basis.
    const issues = gateIssues(without, {
      ratings: settings.ratings,
      settings: settings.gate,
      signerId: null,
      basisHash: basisHash(dossier),
      now: now.toISOString(),
    });
    weighed.push({
      id,
      text: dossier.claim.text,
      state: dossier.claim.state,
      evidenceIds: dossier.evidence.filter((item) => item.articleId === articleId).map((item) => item.id),
      gateWithout: { passes: issues.length === 0, issues },
    });
  }
  return {
    claims: weighed,
    publications,
    tasks: tasks.map(({ id, kind, text, claimId, doneAt }) => ({
      id,
      kind,
      text,
      claimId,
      done: doneAt !== null,
    })),
  };
}
