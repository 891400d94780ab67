import "server-only";
import { can } from "../../access/can";
import type { Viewer } from "../../access/viewer";
import { noteArticleAuthor } from "../../claims/open-claim.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { urlKey } from "../article-identity";
import { dropRechecks, raiseRechecks } from "../mark-reliability.server";
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
    if (reliability !== undefined && reliability !== current.reliability) {
      const marked = { articleId, reliability, reason: reason ?? "", version: current.version };
      await (reliability === "ok" ? dropRechecks : raiseRechecks)(tx, viewer, marked, now);
    }
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
