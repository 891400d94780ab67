import "server-only";
import { closelyRead, mainText, type Extraction } from "../../articles/extraction";
import { outletKey } from "../../articles/article-identity";
import type { ReadApart } from "../../articles/read-document-apart.server";
import { capitalise } from "../../core/capitalise";
import { Prisma, rowsOf, sendLater, type Tx } from "../../core/db.server";
import { newId } from "../../core/new-id.server";
import { keepFigures } from "../../figures/parse-figures";
import { loadSettings } from "../../settings/settings.server";
import { knownNames } from "../known-names.server";
import {
  addEdge,
  earlierMentions,
  linkEarlierMentions,
  mentionedArticle,
  type Reporter,
} from "../mentioned-article.server";
import { rareTermsOf, readNamesAhead } from "../reuse/rare-terms";
import { overlapOf, ownShinglesOf } from "../reuse/shingles";
import { currentTexts, keepCurrentText } from "../reuse/compared-articles.server";
import {
  articlesSharingWords,
  byIndexes,
  frequenciesOf,
  keepSketch,
  type Sharing,
} from "../reuse/sketch.server";
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
  const text = closelyRead(mainText(extraction));
  const [article, names, { site }] = await Promise.all([
    articleNow(tx, articleId),
    knownNames(tx),
    loadSettings(tx),
  ]);
  const { outlet, outletId, createdById, publishedAt } = article;
  keepCurrentText(articleId, article.currentCaptureId, text);
  await sendLater(tx, byIndexes);
  const sketch = await keepSketch(tx, { articleId, captureId: article.currentCaptureId, text });
  const { terms } = sketch;
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
  const [sharing, mentions, frequencies, suggestions] = await Promise.all([
    articlesSharingWords(tx, sketch, mostSharing),
    earlierMentions(tx, { id: articleId, publishedAt, outletId, terms }),
    frequenciesOf(tx, terms),
    Promise.resolve().then(read),
  ]);
  const twins = await nearTwins(tx, sharing, text);
  const reporter = { id: articleId, createdById, publishedAt, terms, twins };
  const origins: Origins = new Map();
  for (const suggestion of suggestions) await keepSuggestion(tx, reporter, origins, suggestion);
  await linkEarlierMentions(tx, articleId, mentions);
  await suggestReuse(tx, { sketch, sharing, publishedAt }, frequencies, names);
}

type ArticleNow = {
  title: string | null;
  byline: string | null;
  url: string | null;
  language: string | null;
  publishedAt: string | null;
  createdById: string;
  currentCaptureId: string;
  outletId: string | null;
  /** Its name. */
  outlet: string | null;
};

async function articleNow(tx: Tx, articleId: string): Promise<ArticleNow> {
  const [row] = await rowsOf<ArticleNow>(
    tx,
    Prisma.sql`
      SELECT a.title, a.byline, a.url, a.language, a."publishedAt", a."createdById", a."currentCaptureId", a."outletId",
        o.name AS outlet
      FROM article a LEFT JOIN outlet o ON o.id = a."outletId" WHERE a.id = ${articleId}`,
  );
  return row!;
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
  const own = ownShinglesOf(text).hashes;
  const texts = await currentTexts(tx, ids);
  return ids.filter((id) => {
    const overlap = overlapOf(own, ownShinglesOf(texts.get(id) ?? "").hashes);
    return Math.max(overlap.ofFirst, overlap.ofSecond) >= twinShare;
  });
}

async function keepSuggestion(
  tx: Tx,
  article: Reporter,
  origins: Origins,
  found: SuggestedAttribution,
): Promise<void> {
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
  const toOriginId = await originOf(tx, origins, fromArticleId, found.origin);
  await addEdge(tx, { type: "cites", fromArticleId, toArticleId: null, toOriginId, ...reason });
}

type OriginFound = NonNullable<SuggestedAttribution["origin"]>;

/** Origins by the articles that lead to them, and by name. */
type Origins = Map<string, Map<string, string>>;

/** One origin a name and relay: the same words in another article may mean another source. */
async function originOf(
  tx: Tx,
  origins: Origins,
  fromArticleId: string,
  origin: OriginFound,
): Promise<string> {
  const name = capitalise(origin.name);
  const known = origins.get(fromArticleId) ?? (await originsFrom(tx, fromArticleId));
  origins.set(fromArticleId, known);
  const held = known.get(name);
  if (held !== undefined) return held;
  const id = newId();
  known.set(name, id);
  const { kind, primary, naming } = origin;
  await sendLater(
    tx,
    Prisma.sql`INSERT INTO origin (id, name, kind, "primary", naming) VALUES (${id}, ${name}, ${kind}, ${primary}, ${naming})`,
  );
  return id;
}

async function originsFrom(tx: Tx, articleId: string): Promise<Map<string, string>> {
  const rows = await rowsOf<{ id: string; name: string }>(
    tx,
    Prisma.sql`
      SELECT o.id, o.name FROM attribution a JOIN origin o ON o.id = a."toOriginId"
      WHERE a."fromArticleId" = ${articleId} ORDER BY a.id DESC`,
  );
  // Of several of one name the first that was led to stays.
  return new Map(rows.map(({ id, name }) => [name, id]));
}
