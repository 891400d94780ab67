import "server-only";
import { can } from "../../access/can";
import type { Viewer } from "../../access/viewer";
import { reopenClaimsOn } from "../../claims/claims-on-article.server";
import { noteArticleAuthor } from "../../claims/open-claim.server";
import { bothSides } from "../../core/both-sides";
import { changedFields, fieldsBefore } from "../../core/changed-fields";
import type { Prisma, Tx } from "../../core/db.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { refuseStale } from "../../log/refuse-stale.server";
import { urlKey } from "../article-identity";
import { dropRechecks, raiseRechecks } from "../mark-reliability.server";
import { outletIdOf } from "../save-capture.server";
import type { EditArticleInput } from "../schema";

/** Columns that readers see: writing them is authoring on each claim whose record names the article. */
const printed = [
  "title",
  "outletId",
  "byline",
  "publishedAt",
  "language",
  "kind",
  "url",
  "primary",
  "interests",
  "interestsSource",
  "notObtainable",
] as const;

/**
 * Changes what is known about an article, or how far it can be relied on (editors). What is the same already is no change
 * and makes nobody an author; what is printed sends claims that were ready back to review. `isPutBack`: what stands so
 * already is done, whichever version was read. Answers the log's entry of it, null when nothing changed.
 */
export async function editArticle(
  viewer: Viewer,
  articleId: string,
  input: EditArticleInput,
  now: Date,
  { isPutBack = false }: { isPutBack?: boolean } = {},
): Promise<Result<{ articleId: string; entryId: string | null }>> {
  return runCommand(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM article WHERE id = ${articleId} FOR UPDATE`;
    const current =
      (await tx.article.findUnique({ where: { id: articleId } })) ?? refuse(notFound("article"));
    const { version: _version, reason, reliability, outlet, url, ...plain } = input;
    if (reliability !== undefined && !can(viewer, "article.reliability")) {
      refuse({
        kind: "forbidden",
        code: "role",
        detail: "Only an editor says how far an article can be relied on.",
      });
    }
    const interests = plain.interests === undefined ? current.interests : plain.interests;
    const given = {
      ...plain,
      // Where nothing is said of its interests, nothing tells where that is known from.
      ...(interests === null ? { interestsSource: null } : {}),
      ...(outlet === undefined ? {} : { outletId: await outletIdOf(tx, outlet) }),
      ...(url === undefined ? {} : { url: url === null ? null : urlKey(url) }),
      ...(reliability === undefined ? {} : { reliability, reliabilityReason: reason ?? null }),
    };
    const changes = changedFields(given, current);
    const isSo = Object.keys(changes).length === 0;
    if ((input.version ?? current.version) !== current.version && !(isSo && isPutBack))
      await refuseChanged(tx, input, current);
    if (isSo) return { articleId, entryId: null };
    const was = await asTheyWere(tx, changes, current);
    await tx.article.update({
      where: { id: articleId },
      data: { ...changes, version: { increment: 1 } } as Prisma.ArticleUncheckedUpdateInput,
    });
    await noteFields(tx, viewer, articleId, Object.keys(changes), now);
    if (reliability !== undefined && reliability !== current.reliability) {
      const marked = { articleId, reliability, reason: reason ?? "", version: current.version };
      await (reliability === "ok" ? dropRechecks : raiseRechecks)(tx, viewer, marked, now);
    }
    const entryId = await recordEvent(tx, viewer, now, {
      event: reliability === undefined ? "article.edited" : "article.reliability-changed",
      subject: { kind: "article", id: articleId },
      articleIds: printed.some((field) => field in changes) ? [articleId] : [],
      from: reliability === undefined ? null : current.reliability,
      to: reliability ?? null,
      body: {
        ...{ changes: { ...changes, ...(outlet === undefined ? {} : { outlet }) }, was },
        ...{ version: current.version + 1, reason: reason ?? null },
      },
    });
    return { articleId, entryId };
  });
}

async function refuseChanged(
  tx: Tx,
  { version: read, ...mine }: EditArticleInput,
  theirs: { id: string; version: number; outletId: string | null } & Record<string, unknown>,
): Promise<never> {
  const outlet = theirs.outletId && (await tx.outlet.findUnique({ where: { id: theirs.outletId } }))?.name;
  const kept = { ...theirs, outlet, reason: theirs.reliabilityReason };
  const { id, version } = theirs;
  const subject = { kind: "article", id };
  return refuseStale(tx, {
    what: "article",
    subject,
    read: read ?? version,
    version,
    sides: bothSides(mine, kept),
  });
}

/** What was changed as it was before, in the words in which it is given: an outlet by its name. */
async function asTheyWere(
  tx: Tx,
  changes: object,
  before: { outletId: string | null } & Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const { outletId, ...was } = fieldsBefore(changes, before);
  // A mark and its reason are given together.
  const { reliability, reliabilityReason } = before;
  const isMarked = "reliability" in changes || "reliabilityReason" in changes;
  const marked = isMarked ? { reliability, reliabilityReason } : {};
  if (outletId === undefined) return { ...was, ...marked };
  const outlet = before.outletId && (await tx.outlet.findUnique({ where: { id: before.outletId } }));
  return { ...was, ...marked, outlet: outlet ? outlet.name : null };
}

async function noteFields(
  tx: Tx,
  viewer: Viewer,
  articleId: string,
  changed: string[],
  now: Date,
): Promise<void> {
  const fields = printed.filter((field) => changed.includes(field));
  if (fields.length === 0) return;
  for (const field of fields)
    await noteArticleAuthor(tx, viewer, articleId, `article.${field}`, articleId, now);
  await reopenClaimsOn(tx, viewer, [articleId], now);
}
