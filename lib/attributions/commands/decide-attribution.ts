import "server-only";
import type { Viewer } from "../../access/viewer";
import { fallBackToReview, noteArticleAuthor } from "../../claims/open-claim.server";
import type { Tx } from "../../core/db.server";
import { newId } from "../../core/new-id.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { refreshComparisons } from "../../figures/refresh-comparisons.server";
import { recordEvent } from "../../log/record.server";
import type { AddAttributionInput, DecideAttributionInput } from "../schema";

type Done = Result<{ attributionId: string; articleId: string }>;

/**
 * A claim that was ready is not ready any more when its sources change; published ones wait for a correction. Figures
 * are compared again also where the claim itself was found downstream.
 */
async function reopenClaims(tx: Tx, viewer: Viewer, articleId: string, now: Date): Promise<void> {
  const claims = await tx.$queryRaw<{ id: string; leans: boolean }[]>`
    WITH RECURSIVE downstream AS (
      SELECT ${articleId}::text AS id
      UNION SELECT a."fromArticleId" FROM attribution a JOIN downstream d ON a."toArticleId" = d.id),
    leaning AS (
      SELECT e."claimId" AS id FROM evidence e JOIN downstream d ON d.id = e."articleId" WHERE e."removedAt" IS NULL),
    found AS (
      SELECT c.id FROM claim c JOIN quote q ON q.id = c."appearanceQuoteId" JOIN downstream d ON d.id = q."articleId")
    SELECT c.id, c.id IN (SELECT id FROM leaning) AS leans FROM claim c
    WHERE c.id IN (SELECT id FROM leaning UNION SELECT id FROM found)
      AND c.state IN ('new', 'researching', 'in-review', 'ready') ORDER BY c.id`;
  for (const { id, leans } of claims) {
    if (leans) await fallBackToReview(tx, viewer, [id], now);
    await refreshComparisons(tx, id);
  }
}

/** Adds an attribution by hand: confirmed, because a person says so, unless they ask for a suggestion. */
export async function addAttribution(
  viewer: Viewer,
  articleId: string,
  input: AddAttributionInput,
  now: Date,
): Promise<Done> {
  return runCommand(async (tx) => {
    if ((await tx.article.count({ where: { id: articleId } })) === 0) refuse(notFound("article"));
    const ends = await endsOf(tx, articleId, input);
    const status = input.status ?? "confirmed";
    const same = await tx.attribution.findFirst({
      where: { fromArticleId: articleId, type: input.type, ...ends },
    });
    const id = same?.id ?? newId();
    const decided = status === "suggested" ? {} : { decidedById: viewer.id, decidedAt: now };
    const rule = input.reason?.rule ?? (status === "suggested" ? "by hand" : null);
    // A rule may have suggested the same before; the person's reason takes the place of the rule's.
    const given = input.reason?.rule
      ? { rule: input.reason.rule, ruleQuote: input.reason.quote ?? null }
      : {};
    if (same) await tx.attribution.update({ where: { id }, data: { status, ...decided, ...given } });
    else
      await tx.attribution.create({
        data: {
          id,
          type: input.type,
          fromArticleId: articleId,
          ...ends,
          status,
          rule,
          ruleQuote: input.reason?.quote ?? null,
          createdById: viewer.id,
          createdAt: now,
          ...decided,
        },
      });
    await noteArticleAuthor(tx, viewer, articleId, "attribution", id, now);
    await reopenClaims(tx, viewer, articleId, now);
    await recordEvent(tx, viewer, now, {
      event: "attribution.added",
      subject: { kind: "attribution", id },
      to: status,
      body: { type: input.type, articleId },
    });
    return { attributionId: id, articleId };
  });
}

async function endsOf(
  tx: Tx,
  articleId: string,
  input: AddAttributionInput,
): Promise<{ toArticleId: string | null; toOriginId: string | null }> {
  if (input.type === "own-reporting") return { toArticleId: articleId, toOriginId: null };
  const to = input.to!;
  if ("articleId" in to) {
    if (to.articleId === articleId)
      refuse({
        kind: "invalid",
        code: "leads-to-itself",
        detail: "An article that saw it for itself is own-reporting.",
      });
    if ((await tx.article.count({ where: { id: to.articleId } })) === 0) refuse(notFound("article"));
    return { toArticleId: to.articleId, toOriginId: null };
  }
  const known = await tx.origin.findFirst({
    where: { name: to.origin.name.trim(), naming: to.origin.naming, kind: to.origin.kind },
    select: { id: true },
  });
  if (known && to.origin.naming === "named") return { toArticleId: null, toOriginId: known.id };
  const id = newId();
  await tx.origin.create({
    data: {
      id,
      name: to.origin.name.trim(),
      kind: to.origin.kind,
      primary: to.origin.primary,
      naming: to.origin.naming,
    },
  });
  return { toArticleId: null, toOriginId: id };
}

/** Confirms or rejects an attribution. */
export async function decideAttribution(
  viewer: Viewer,
  attributionId: string,
  input: DecideAttributionInput,
  now: Date,
): Promise<Done> {
  return runCommand(async (tx) => {
    const row =
      (await tx.attribution.findUnique({ where: { id: attributionId } })) ?? refuse(notFound("attribution"));
    if (input.status === "suggested" && row.rule === null)
      refuse({
        kind: "invalid",
        code: "no-rule",
        detail: "This was added by a person; it can be confirmed or rejected.",
      });
    await tx.attribution.update({
      where: { id: attributionId },
      data: { status: input.status, decidedById: viewer.id, decidedAt: now },
    });
    await noteArticleAuthor(tx, viewer, row.fromArticleId, "attribution", attributionId, now);
    await reopenClaims(tx, viewer, row.fromArticleId, now);
    await recordEvent(tx, viewer, now, {
      event: `attribution.${input.status}`,
      subject: { kind: "attribution", id: attributionId },
      from: row.status,
      to: input.status,
    });
    return { attributionId, articleId: row.fromArticleId };
  });
}

/** Notes an editor's word that an unnamed source is a separate one. */
export async function attestOrigin(
  viewer: Viewer,
  originId: string,
  now: Date,
): Promise<Result<{ originId: string }>> {
  return runCommand(async (tx) => {
    if ((await tx.origin.count({ where: { id: originId } })) === 0) refuse(notFound("origin"));
    await tx.origin.update({ where: { id: originId }, data: { attestedById: viewer.id } });
    await recordEvent(tx, viewer, now, {
      event: "origin.attested",
      subject: { kind: "origin", id: originId },
    });
    return { originId };
  });
}
