import "server-only";
import { closelyRead, mainText, type Extraction } from "../../articles/extraction";
import { outletKey } from "../../articles/article-identity";
import type { ReadApart } from "../../articles/read-document-apart.server";
import { sendLater, type Tx } from "../../core/db.server";
import { newId } from "../../core/new-id.server";
import { keepFigures } from "../../figures/parse-figures";
import { loadSettings } from "../../settings/settings.server";
import { knownNames } from "../known-names.server";
import { addEdge, linkEarlierMentions, mentionedArticle, type Reporter } from "../mentioned-article.server";
import { rareTermsOf, readNamesAhead } from "../reuse/rare-terms";
import { overlapOf, ownShinglesOf } from "../reuse/shingles";
import { currentTexts } from "../reuse/compared-articles.server";
import { articlesSharingWords, byIndexes, keepSketch, type Sharing } from "../reuse/sketch.server";
import { speakersOf } from "../speakers";
import { suggestAttributions, type SuggestedAttribution } from "../suggest-attributions";
import { suggestReuse } from "./suggest-reuse";

/**
 * Does what takes longest of reading an article's words, and leaves it at hand for `suggestArticleAttributions`: called
 * before a transaction begins, it keeps nobody waiting for rows meanwhile. Figures come from the process that read the
 * document, which looks for them at the same time.
 */
export async function readAhead({ extraction, ahead }: ReadApart): Promise<void> {
  const text = closelyRead(mainText(extraction));
  ownShinglesOf(text);
  if (extraction.language === null || extraction.language === "en") speakersOf(text);
  readNamesAhead(text);
  const figures = await ahead?.figures;
  if (figures) keepFigures(text, figures);
  rareTermsOf(text);
}

/**
 * Suggests where a newly captured article has it from, and which articles of the desk it shares its words or facts with,
 * either way round. Each suggestion keeps the rule and the words, and waits for a person.
 */
export async function suggestArticleAttributions(
  tx: Tx,
  articleId: string,
  extraction: Extraction,
): Promise<void> {
  const article = await tx.article.findUniqueOrThrow({ where: { id: articleId }, include: { outlet: true } });
  const text = closelyRead(mainText(extraction));
  const names = await knownNames(tx);
  const { site } = await loadSettings(tx);
  const outlet = article.outlet?.name ?? null;
  await sendLater(tx, byIndexes);
  const sketch = await keepSketch(tx, { articleId, captureId: article.currentCaptureId!, text });
  const read = () =>
    suggestAttributions({
      text,
      title: article.title,
      byline: article.byline,
      outlet,
      links: extraction.links,
      language: article.language ?? extraction.language,
      url: article.url,
      canonicalUrl: extraction.canonicalUrl,
      isOurs: outlet !== null && outletKey(outlet) === outletKey(site.name),
      ...names,
    });
  // While the database writes the sketch and looks for others like it, the rules read the text here.
  const [sharing, suggestions] = await Promise.all([
    articlesSharingWords(tx, sketch, mostSharing),
    Promise.resolve().then(read),
  ]);
  const { createdById, publishedAt, outletId } = article;
  const twins = await nearTwins(tx, sharing, text);
  const reporter = { id: articleId, createdById, publishedAt, outletId, terms: sketch.terms, twins };
  for (const suggestion of suggestions) await keepSuggestion(tx, reporter, suggestion);
  await linkEarlierMentions(tx, reporter);
  await suggestReuse(tx, { sketch, sharing, publishedAt }, names);
}

const mostSharing = 6;
const mostTwins = 5;
const twinShare = 0.5;
/** A sample that says less than this is not of a twin. */
const twinSample = 0.25;

/** Articles that hold half of this one's own words, or the other way round. */
async function nearTwins(tx: Tx, sharing: readonly Sharing[], text: string): Promise<string[]> {
  const ids = sharing
    .filter(({ share }) => share >= twinSample)
    .slice(0, mostTwins)
    .map(({ articleId }) => articleId);
  if (ids.length === 0) return [];
  const own = new Set(ownShinglesOf(text));
  const texts = await currentTexts(tx, ids);
  return ids.filter((id) => {
    const overlap = overlapOf(own, new Set(ownShinglesOf(texts.get(id) ?? "")));
    return Math.max(overlap.ofFirst, overlap.ofSecond) >= twinShare;
  });
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
