import "server-only";
import { can } from "../../access/can";
import type { Viewer } from "../../access/viewer";
import { noteArticleAuthor } from "../../claims/open-claim.server";
import type { Tx } from "../../core/db.server";
import { newId } from "../../core/new-id.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { urlKey } from "../article-identity";
import { outletIdOf } from "../save-capture.server";
import type { EditArticleInput } from "../schema";

/** Fields that readers see: writing them is authoring on each claim that rests on the article. */
const printed = [
  "title",
  "outlet",
  "byline",
  "publishedAt",
  "language",
  "kind",
  "url",
  "primary",
  "interests",
  "notObtainable",
] as const;

/** Changes what is known about an article, or how far it can be relied on (editors). */
export async function editArticle(
  viewer: Viewer,
  articleId: string,
  input: EditArticleInput,
  now: Date,
): Promise<Result<{ articleId: string }>> {
  return runCommand(async (tx) => {
    const rows = await tx.$queryRaw<
      { version: number; reliability: string }[]
    >`SELECT version, reliability FROM article WHERE id = ${articleId} FOR UPDATE`;
    const current = rows[0] ?? refuse(notFound("article"));
    const { version: _version, reason, reliability, outlet, url, ...plain } = input;
    if (reliability !== undefined && !can(viewer, "article.reliability")) {
      refuse({
        kind: "forbidden",
        code: "role",
        detail: "Only an editor says how far an article can be relied on.",
      });
    }
    if (input.version !== undefined && input.version !== current.version) {
      refuse({
        kind: "conflict",
        code: "stale",
        detail: "Someone changed this article after you read it. Read it again.",
        extra: { version: current.version },
      });
    }
    const changes = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
    await tx.article.update({
      where: { id: articleId },
      data: {
        ...changes,
        ...(outlet === undefined ? {} : { outletId: await outletIdOf(tx, outlet) }),
        ...(url === undefined ? {} : { url: url === null ? null : urlKey(url) }),
        ...(reliability === undefined ? {} : { reliability, reliabilityReason: reason ?? null }),
        version: { increment: 1 },
      },
    });
    if (printed.some((field) => input[field] !== undefined))
      await noteArticleAuthor(tx, viewer, articleId, "article", articleId, now);
    if (reliability !== undefined && reliability !== "ok" && reliability !== current.reliability)
      await raiseTasks(tx, articleId, reliability, now);
    await recordEvent(tx, viewer, now, {
      event: reliability === undefined ? "article.edited" : "article.reliability-changed",
      subject: { kind: "article", id: articleId },
      from: reliability === undefined ? null : current.reliability,
      to: reliability ?? null,
      body: { changes: { ...changes, ...(outlet === undefined ? {} : { outlet }) }, reason: reason ?? null },
    });
    return { articleId };
  });
}

/** One re-check task for each claim that leans on the article, itself or through another. */
async function raiseTasks(tx: Tx, articleId: string, reliability: string, now: Date): Promise<void> {
  const claims = await dependentClaims(tx, articleId);
  await tx.task.createMany({
    data: claims.map((claim) => ({
      id: newId(),
      kind: "re-check",
      text: `A source of this claim was marked ${reliability}. Check whether the verdict still stands without it.`,
      claimId: claim.id,
      articleId,
      slug: claim.slug,
      createdAt: now,
    })),
  });
}

/** Claims with evidence from the article or from one that has it from there. */
export async function dependentClaims(
  tx: Tx,
  articleId: string,
): Promise<{ id: string; slug: string | null }[]> {
  return tx.$queryRaw<{ id: string; slug: string | null }[]>`
    WITH RECURSIVE downstream AS (
      SELECT ${articleId}::text AS id
      UNION SELECT a."fromArticleId" FROM attribution a JOIN downstream d ON a."toArticleId" = d.id WHERE a.status = 'confirmed')
    SELECT DISTINCT c.id, c.slug FROM claim c JOIN evidence e ON e."claimId" = c.id AND e."removedAt" IS NULL JOIN downstream d ON d.id = e."articleId" ORDER BY c.id`;
}
