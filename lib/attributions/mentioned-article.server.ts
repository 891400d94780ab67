import "server-only";
import { outletKey } from "../articles/article-identity";
import { outletIdOf } from "../articles/save-capture.server";
import { Prisma, rowsOf, sendLater, type Tx } from "../core/db.server";
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
  const [known, atUrl, held] = await Promise.all([
    alreadyLedTo(tx, article, nameKey),
    relay.url ? articleAt(tx, article, relay.url) : null,
    heldReport(tx, article, nameKey),
  ]);
  return known ?? atUrl ?? held ?? newMention(tx, article, relay);
}

type Id = { id: string };

async function alreadyLedTo(tx: Tx, { id, twins }: Reporter, nameKey: string): Promise<string | null> {
  // What a person rejected for this article is not suggested again under another mention.
  const [row] = await rowsOf<Id>(
    tx,
    Prisma.sql`
      SELECT t.id FROM attribution e JOIN article t ON t.id = e."toArticleId" JOIN outlet o ON o.id = t."outletId"
      WHERE (e."fromArticleId" = ${id} OR (e."fromArticleId" = ANY(${[...twins]}::text[]) AND e.status <> 'rejected'))
        AND t.id <> ${id} AND o."nameKey" = ${nameKey}
      ORDER BY e.id LIMIT 1`,
  );
  return row?.id ?? null;
}

async function articleAt(tx: Tx, { id }: Reporter, url: string): Promise<string | null> {
  const [row] = await rowsOf<Id>(
    tx,
    Prisma.sql`SELECT id FROM article WHERE (url = ${url} OR "canonicalUrl" = ${url}) AND id <> ${id} LIMIT 1`,
  );
  return row?.id ?? null;
}

async function newMention(
  tx: Tx,
  { createdById }: Reporter,
  { outlet, url }: { outlet: string; url: string | null },
): Promise<string> {
  const id = newId();
  const outletId = await outletIdOf(tx, outlet);
  await sendLater(
    tx,
    Prisma.sql`
      INSERT INTO article (id, state, "outletId", url, kind, "createdById")
      VALUES (${id}, 'mentioned', ${outletId}, ${url}, 'report', ${createdById})`,
  );
  return id;
}

const daysApart = 7;
const sharedTerms = 2;

/** Whether two articles can be about one report: two rare names or figures in common, not more than a week apart. */
function isOneReport(
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
  const candidates = await rowsOf<Id & Pick<Reporter, "publishedAt" | "terms">>(
    tx,
    Prisma.sql`
      SELECT a.id, a."publishedAt", s.terms
      FROM article a JOIN outlet o ON o.id = a."outletId" JOIN text_sketch s ON s."articleId" = a.id
      WHERE a.id <> ${article.id} AND a.state = 'captured' AND o."nameKey" = ${nameKey}
        AND s.terms && ${[...article.terms]}::text[]
      ORDER BY a.id DESC LIMIT 50`,
  );
  return candidates.find((candidate) => isOneReport(article, candidate))?.id ?? null;
}

type EarlierMention = Pick<Edge, "type" | "fromArticleId" | "rule" | "ruleQuote"> &
  Pick<Reporter, "publishedAt" | "terms">;

/**
 * Articles that name this one's outlet as their source and hold its names: they were captured first and lead to a
 * mention of it.
 */
export async function earlierMentions(
  tx: Tx,
  article: Pick<Reporter, "id" | "publishedAt" | "terms"> & { outletId: string | null },
): Promise<EarlierMention[]> {
  if (!article.outletId) return [];
  const mentions = await rowsOf<EarlierMention>(
    tx,
    Prisma.sql`
      SELECT e.type, e."fromArticleId", e.rule, e."ruleQuote", f."publishedAt", s.terms
      FROM attribution e JOIN article t ON t.id = e."toArticleId" JOIN article f ON f.id = e."fromArticleId"
      JOIN text_sketch s ON s."articleId" = f.id
      WHERE t.state = 'mentioned' AND t."outletId" = ${article.outletId} AND e.rule IS NOT NULL AND e.status <> 'rejected'
        AND f.id <> ${article.id} AND s.terms && ${[...article.terms]}::text[]
      ORDER BY e.id DESC LIMIT 50`,
  );
  return mentions.filter((mention) => isOneReport(article, mention));
}

/** The same suggestions, with the same words, then lead here too. */
export async function linkEarlierMentions(
  tx: Tx,
  articleId: string,
  mentions: readonly EarlierMention[],
): Promise<void> {
  for (const { type, fromArticleId, rule, ruleQuote } of mentions)
    await addEdge(tx, { type, fromArticleId, toArticleId: articleId, toOriginId: null, rule, ruleQuote });
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
