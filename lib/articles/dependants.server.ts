import "server-only";
import type { Viewer } from "../access/viewer";
import type { CurrentRevision } from "../claims/revision.server";
import { openClaim } from "../claims/queries";
import { db, type Prisma } from "../core/db.server";
import { basisHash } from "../publications/basis-hash";
import { isBlind } from "../reviews/blindness";
import { withoutTelling } from "../verdicts/gate.server";
import { gateIssues } from "../verdicts/requirements";
import { dependentClaims } from "./commands/edit-article";

/** Blast radius: what leans on an article, and whether each verdict would still pass its gate without it. */
export async function articleDependants(viewer: Viewer, articleId: string, now: Date) {
  const claims = await dependentClaims(db() as unknown as Prisma.TransactionClient, articleId);
  const ids = claims.map(({ id }) => id);
  const [publications, tasks] = await Promise.all([
    db().publication.findMany({
      where: { claimId: { in: ids } },
      select: { slug: true, version: true, kind: true, publishedAt: true },
      orderBy: [{ slug: "asc" }, { version: "asc" }],
    }),
    db().task.findMany({ where: { articleId }, orderBy: { id: "asc" } }),
  ]);
  const weighed = [];
  for (const id of ids) {
    const current = await openClaim(id, now);
    if (current) weighed.push(weigh(viewer, current, articleId, now));
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

function weigh(viewer: Viewer, { dossier, settings }: CurrentRevision, articleId: string, now: Date) {
  const issues = gateIssues(withoutArticle(dossier, articleId), {
    ratings: settings.ratings,
    settings: settings.gate,
    signerId: null,
    // The reviews are held against what they were about: losing the article is weighed, not that it changed the basis.
    basisHash: basisHash(dossier),
    now: now.toISOString(),
  });
  const evidence = dossier.evidence.filter((item) => item.articleId === articleId);
  return {
    id: dossier.claim.id,
    text: dossier.claim.text,
    state: dossier.claim.state,
    evidenceIds: evidence.map(({ id }) => id),
    gateWithout: isBlind(viewer, dossier)
      ? { hidden: true, passes: null, issues: withoutTelling(issues) }
      : { passes: issues.length === 0, issues },
  };
}

function withoutArticle(dossier: CurrentRevision["dossier"], articleId: string): CurrentRevision["dossier"] {
  return {
    ...dossier,
    evidence: dossier.evidence.filter((item) => item.articleId !== articleId),
    attributions: dossier.attributions.filter(
      (edge) => edge.toArticleId !== articleId && edge.fromArticleId !== articleId,
    ),
  };
}
