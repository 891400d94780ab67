import "server-only";
import type { Viewer } from "../../access/viewer";
import { noteArticleAuthor } from "../../claims/open-claim.server";
import type { Tx } from "../../core/db.server";
import { reopenClaims } from "./reopen-claims";

type Edge = {
  id: string;
  type: string;
  fromArticleId: string;
  toArticleId: string | null;
  toOriginId: string | null;
  status: string;
};

/**
 * Two article rows turn out to be one article: what leads to or from the first leads to or from the second. An edge that
 * is there already takes over the decisions; the doubled one, and one that would lead to itself, is rejected and stays.
 */
export async function moveAttributions(
  tx: Tx,
  viewer: Viewer,
  { fromId, toId }: { fromId: string; toId: string },
  now: Date,
): Promise<void> {
  const edges = await tx.attribution.findMany({
    where: { OR: [{ fromArticleId: fromId }, { toArticleId: fromId }] },
    orderBy: { id: "asc" },
  });
  for (const edge of edges) await moveEdge(tx, viewer, edge, { fromId, toId }, now);
  const leaning = edges.map((edge) => (edge.fromArticleId === fromId ? toId : edge.fromArticleId));
  for (const articleId of new Set(leaning)) {
    await noteArticleAuthor(tx, viewer, articleId, "attribution", toId, now);
    await reopenClaims(tx, viewer, articleId, now);
  }
}

async function moveEdge(
  tx: Tx,
  viewer: Viewer,
  edge: Edge,
  { fromId, toId }: { fromId: string; toId: string },
  now: Date,
): Promise<void> {
  const place = (id: string | null) => (id === fromId ? toId : id);
  const fromArticleId = place(edge.fromArticleId)!;
  const toArticleId = place(edge.toArticleId);
  const { id, type, toOriginId } = edge;
  const twin = await tx.attribution.findFirst({ where: { type, fromArticleId, toArticleId, toOriginId } });
  const isCircle = fromArticleId === toArticleId && type !== "own-reporting";
  if (!twin && !isCircle) {
    await tx.attribution.update({ where: { id }, data: { fromArticleId, toArticleId } });
    return;
  }
  const decided = { decidedById: viewer.id, decidedAt: now };
  if (twin) {
    if (edge.status === "confirmed" && twin.status !== "confirmed")
      await tx.attribution.update({ where: { id: twin.id }, data: { status: "confirmed", ...decided } });
    // What was decided on published claims waits there for a correction.
    await tx.$executeRaw`
      INSERT INTO claim_attribution ("attributionId", "claimId", status, "decidedById", "decidedAt")
      SELECT ${twin.id}, ca."claimId", ca.status, ca."decidedById", ca."decidedAt"
      FROM claim_attribution ca JOIN claim c ON c.id = ca."claimId"
      WHERE ca."attributionId" = ${id} AND c.state IN ('new', 'researching', 'in-review', 'ready')
      ON CONFLICT DO NOTHING`;
  }
  await tx.attribution.update({ where: { id }, data: { status: "rejected", ...decided } });
}
