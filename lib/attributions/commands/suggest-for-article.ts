import "server-only";
import { mainText, type Extraction } from "../../articles/extraction";
import { outletKey } from "../../articles/article-identity";
import { outletIdOf } from "../../articles/save-capture.server";
import type { Tx } from "../../core/db.server";
import { newId } from "../../core/new-id.server";
import { suggestAttributions, type SuggestedAttribution } from "../suggest-attributions";

type Reporter = { id: string; createdById: string };

/** Suggests where a newly captured article has it from; each suggestion keeps the rule and the words, and waits for a person. */
export async function suggestArticleAttributions(tx: Tx, articleId: string, extraction: Extraction): Promise<void> {
  const article = await tx.article.findUniqueOrThrow({ where: { id: articleId }, include: { outlet: true } });
  const suggestions = suggestAttributions({
    text: mainText(extraction),
    title: article.title,
    byline: article.byline,
    outlet: article.outlet?.name ?? null,
    links: extraction.links,
  });
  for (const suggestion of suggestions) await keepSuggestion(tx, article, suggestion);
}

async function keepSuggestion(tx: Tx, article: Reporter, found: SuggestedAttribution): Promise<void> {
  const reason = { rule: found.rule, ruleQuote: found.quote.exact.slice(0, 2_000) };
  if (found.type === "own-reporting") {
    await addEdge(tx, { type: found.type, fromArticleId: article.id, toArticleId: article.id, toOriginId: null, ...reason });
    return;
  }
  const relayId = found.relay ? await mentionedArticle(tx, article, found.relay) : null;
  if (relayId) await addEdge(tx, { type: found.type, fromArticleId: article.id, toArticleId: relayId, toOriginId: null, ...reason });
  if (!found.origin) return;
  const fromArticleId = relayId ?? article.id;
  const toOriginId = await originOf(tx, fromArticleId, found.origin);
  await addEdge(tx, { type: "cites", fromArticleId, toArticleId: null, toOriginId, ...reason });
}

type Edge = { type: string; fromArticleId: string; toArticleId: string | null; toOriginId: string | null; rule: string; ruleQuote: string };

async function addEdge(tx: Tx, edge: Edge): Promise<void> {
  const { type, fromArticleId, toArticleId, toOriginId } = edge;
  const there = await tx.attribution.count({ where: { type, fromArticleId, toArticleId, toOriginId } });
  if (there === 0) await tx.attribution.create({ data: { id: newId(), status: "suggested", ...edge } });
}

/** The article that is meant by an outlet's name here: one this article already leads to, one at that address, else a new mention. */
async function mentionedArticle(tx: Tx, article: Reporter, relay: { outlet: string; url: string | null }): Promise<string> {
  const known = await tx.attribution.findFirst({
    where: { fromArticleId: article.id, toArticle: { outlet: { nameKey: outletKey(relay.outlet) } } },
    select: { toArticleId: true },
  });
  if (known?.toArticleId) return known.toArticleId;
  const atUrl = relay.url ? await tx.article.findFirst({ where: { url: relay.url }, select: { id: true } }) : null;
  if (atUrl && atUrl.id !== article.id) return atUrl.id;
  const id = newId();
  await tx.article.create({
    data: { id, state: "mentioned", outletId: await outletIdOf(tx, relay.outlet), url: relay.url, kind: "report", createdById: article.createdById },
  });
  return id;
}

type OriginFound = NonNullable<SuggestedAttribution["origin"]>;

/** One origin a name and relay: the same words in another article may mean another source. */
async function originOf(tx: Tx, fromArticleId: string, origin: OriginFound): Promise<string> {
  const known = await tx.attribution.findFirst({ where: { fromArticleId, toOrigin: { name: origin.name } }, select: { toOriginId: true } });
  if (known?.toOriginId) return known.toOriginId;
  const id = newId();
  await tx.origin.create({ data: { id, ...origin } });
  return id;
}
