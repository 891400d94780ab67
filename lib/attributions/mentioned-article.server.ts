import "server-only";
import { outletKey } from "../articles/article-identity";
import { outletIdOf } from "../articles/save-capture.server";
import { Prisma, sendLater, type Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { isWithinDays } from "./reuse/publication-order";

export type Reporter = {
  id: string;
  createdById: string;
  publishedAt: string | null;
  /** Keys of its rare names and figures. */
  terms: readonly string[];
  /** Articles of nearly the same text: what they lead to is what this one means too. */
  twins: readonly string[];
};

/**
 * The article that is meant by an outlet's name here: one that this article or a copy of it already leads to, one at
 * that address, one the desk holds from that outlet about the same names and days, else a new mention. A person confirms
 * it in any case.
 */
export async function mentionedArticle(
  tx: Tx,
  article: Reporter,
  relay: { outlet: string; url: string | null },
): Promise<string> {
  const nameKey = outletKey(relay.outlet);
  const known = await tx.attribution.findFirst({
    where: {
      // What a person rejected for this article is not suggested again under another mention.
      OR: [
        { fromArticleId: article.id },
        { fromArticleId: { in: [...article.twins] }, status: { not: "rejected" } },
      ],
      toArticle: { id: { not: article.id }, outlet: { nameKey } },
    },
    orderBy: { id: "asc" },
    select: { toArticleId: true },
  });
  if (known?.toArticleId) return known.toArticleId;
  const atUrl = relay.url
    ? await tx.article.findFirst({
        where: { OR: [{ url: relay.url }, { canonicalUrl: relay.url }], id: { not: article.id } },
        select: { id: true },
      })
    : null;
  if (atUrl) return atUrl.id;
  const held = await heldReport(tx, article, nameKey);
  if (held) return held;
  const id = newId();
  await tx.article.create({
    data: {
      id,
      state: "mentioned",
      outletId: await outletIdOf(tx, relay.outlet),
      url: relay.url,
      kind: "report",
      createdById: article.createdById,
    },
  });
  return id;
}

const daysApart = 7;
const sharedTerms = 2;

/** Whether two articles can be about one report: two rare names or figures in common, not more than a week apart. */
export function isOneReport(
  a: Pick<Reporter, "publishedAt" | "terms">,
  b: Pick<Reporter, "publishedAt" | "terms">,
): boolean {
  const theirs = new Set(b.terms);
  return (
    a.terms.filter((term) => theirs.has(term)).length >= sharedTerms &&
    isWithinDays(a.publishedAt, b.publishedAt, daysApart)
  );
}

async function heldReport(tx: Tx, article: Reporter, nameKey: string): Promise<string | null> {
  const candidates = await tx.article.findMany({
    where: {
      id: { not: article.id },
      state: "captured",
      outlet: { nameKey },
      sketch: { terms: { hasSome: [...article.terms] } },
    },
    select: { id: true, publishedAt: true, sketch: { select: { terms: true } } },
    orderBy: { id: "desc" },
    take: 50,
  });
  const held = candidates.find(({ publishedAt, sketch }) =>
    isOneReport(article, { publishedAt, terms: sketch?.terms ?? [] }),
  );
  return held?.id ?? null;
}

/**
 * Articles that name this one's outlet as their source and hold its names: they were captured first and lead to a
 * mention of it. The same suggestion, with the same words, then leads here too.
 */
export async function linkEarlierMentions(
  tx: Tx,
  article: Reporter & { outletId: string | null },
): Promise<void> {
  if (!article.outletId) return;
  const edges = await tx.attribution.findMany({
    where: {
      toArticle: { state: "mentioned", outletId: article.outletId },
      rule: { not: null },
      status: { not: "rejected" },
      from: { id: { not: article.id }, sketch: { terms: { hasSome: [...article.terms] } } },
    },
    include: { from: { select: { publishedAt: true, sketch: { select: { terms: true } } } } },
    orderBy: { id: "desc" },
    take: 50,
  });
  for (const { type, fromArticleId, rule, ruleQuote, from } of edges) {
    const isMeant = isOneReport(article, { publishedAt: from.publishedAt, terms: from.sketch?.terms ?? [] });
    if (isMeant)
      await addEdge(tx, {
        type,
        fromArticleId,
        toArticleId: article.id,
        toOriginId: null,
        rule: rule!,
        ruleQuote,
      });
  }
}

export type Edge = {
  type: string;
  fromArticleId: string;
  toArticleId: string | null;
  toOriginId: string | null;
  rule: string;
  ruleQuote: string | null;
};

/** Suggests an attribution, unless the same one is there, decided or not. */
export async function addEdge(tx: Tx, edge: Edge): Promise<void> {
  const { type, fromArticleId, toArticleId, toOriginId, rule, ruleQuote } = edge;
  await sendLater(
    tx,
    Prisma.sql`
      INSERT INTO attribution (id, type, "fromArticleId", "toArticleId", "toOriginId", status, rule, "ruleQuote")
      SELECT ${newId()}::text, ${type}::text, ${fromArticleId}::text, ${toArticleId}::text, ${toOriginId}::text, 'suggested',
        ${rule}::text, ${ruleQuote}::text
      WHERE NOT EXISTS (
        SELECT 1 FROM attribution WHERE type = ${type} AND "fromArticleId" = ${fromArticleId}
          AND "toArticleId" IS NOT DISTINCT FROM ${toArticleId}::text AND "toOriginId" IS NOT DISTINCT FROM ${toOriginId}::text)`,
  );
}
