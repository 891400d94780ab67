import "server-only";
import { mainText, type Extraction } from "../../articles/extraction";
import { outletKey } from "../../articles/article-identity";
import { outletIdOf } from "../../articles/save-capture.server";
import type { Tx } from "../../core/db.server";
import { newId } from "../../core/new-id.server";
import { suggestAttributions, type SuggestedAttribution } from "../suggest-attributions";

type Reporter = { id: string; createdById: string; publishedAt: string | null; text: string };

/** Suggests where a newly captured article has it from; each suggestion keeps the rule and the words, and waits for a person. */
export async function suggestArticleAttributions(
  tx: Tx,
  articleId: string,
  extraction: Extraction,
): Promise<void> {
  const article = await tx.article.findUniqueOrThrow({ where: { id: articleId }, include: { outlet: true } });
  const suggestions = suggestAttributions({
    text: mainText(extraction),
    title: article.title,
    byline: article.byline,
    outlet: article.outlet?.name ?? null,
    links: extraction.links,
  });
  const reporter = {
    id: articleId,
    createdById: article.createdById,
    publishedAt: article.publishedAt,
    text: mainText(extraction),
  };
  for (const suggestion of suggestions) await keepSuggestion(tx, reporter, suggestion);
}

async function keepSuggestion(tx: Tx, article: Reporter, found: SuggestedAttribution): Promise<void> {
  const reason = { rule: found.rule, ruleQuote: found.quote.exact.slice(0, 2_000) };
  if (found.type === "own-reporting") {
    await addEdge(tx, {
      type: found.type,
      fromArticleId: article.id,
      toArticleId: article.id,
      toOriginId: null,
      ...reason,
    });
    return;
  }
  const relayId = found.relay ? await mentionedArticle(tx, article, found.relay) : null;
  if (relayId)
    await addEdge(tx, {
      type: found.type,
      fromArticleId: article.id,
      toArticleId: relayId,
      toOriginId: null,
      ...reason,
    });
  if (!found.origin) return;
  const fromArticleId = relayId ?? article.id;
  const toOriginId = await originOf(tx, fromArticleId, found.origin);
  await addEdge(tx, { type: "cites", fromArticleId, toArticleId: null, toOriginId, ...reason });
}

type Edge = {
  type: string;
  fromArticleId: string;
  toArticleId: string | null;
  toOriginId: string | null;
  rule: string;
  ruleQuote: string;
};

async function addEdge(tx: Tx, edge: Edge): Promise<void> {
  const { type, fromArticleId, toArticleId, toOriginId } = edge;
  const there = await tx.attribution.count({ where: { type, fromArticleId, toArticleId, toOriginId } });
  if (there === 0) await tx.attribution.create({ data: { id: newId(), status: "suggested", ...edge } });
}

/**
 * The article that is meant by an outlet's name here: one this article already leads to, one at that address, one the
 * desk holds from that outlet about the same names and days, else a new mention. A person confirms it in any case.
 */
async function mentionedArticle(
  tx: Tx,
  article: Reporter,
  relay: { outlet: string; url: string | null },
): Promise<string> {
  const known = await tx.attribution.findFirst({
    where: { fromArticleId: article.id, toArticle: { outlet: { nameKey: outletKey(relay.outlet) } } },
    select: { toArticleId: true },
  });
  if (known?.toArticleId) return known.toArticleId;
  const atUrl = relay.url
    ? await tx.article.findFirst({ where: { url: relay.url }, select: { id: true } })
    : null;
  if (atUrl && atUrl.id !== article.id) return atUrl.id;
  const held = await heldReport(tx, article, relay.outlet);
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

/** A captured article of the outlet that shares at least three names with this one and is not more than a week away from it. */
async function heldReport(tx: Tx, article: Reporter, outlet: string): Promise<string | null> {
  const candidates = await tx.article.findMany({
    where: { id: { not: article.id }, state: "captured", outlet: { nameKey: outletKey(outlet) } },
    select: { id: true, publishedAt: true, currentCaptureId: true },
    orderBy: { id: "desc" },
    take: 20,
  });
  const names = namesIn(article.text);
  for (const candidate of candidates) {
    const gap =
      article.publishedAt && candidate.publishedAt
        ? Math.abs(
            Date.parse(article.publishedAt.slice(0, 10)) - Date.parse(candidate.publishedAt.slice(0, 10)),
          )
        : 0;
    if (gap > daysApart * 86_400_000 || !candidate.currentCaptureId) continue;
    const capture = await tx.capture.findUnique({
      where: { id: candidate.currentCaptureId },
      select: { fullText: true },
    });
    const shared = [...namesIn(capture?.fullText ?? "")].filter((name) => names.has(name));
    if (shared.length >= 3) return candidate.id;
  }
  return null;
}

/** Capitalised words that do not begin a sentence: names, mostly. */
function namesIn(text: string): Set<string> {
  return new Set(Array.from(text.matchAll(/(?<=[\p{Ll},;] )\p{Lu}[\p{L}’'-]{2,}/gu), ([name]) => name));
}

type OriginFound = NonNullable<SuggestedAttribution["origin"]>;

/** One origin a name and relay: the same words in another article may mean another source. */
async function originOf(tx: Tx, fromArticleId: string, origin: OriginFound): Promise<string> {
  const name = origin.name.charAt(0).toUpperCase() + origin.name.slice(1);
  const known = await tx.attribution.findFirst({
    where: { fromArticleId, toOrigin: { name } },
    select: { toOriginId: true },
  });
  if (known?.toOriginId) return known.toOriginId;
  const id = newId();
  await tx.origin.create({ data: { id, ...origin, name } });
  return id;
}
