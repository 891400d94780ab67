import "server-only";
import { closelyRead, mainText } from "../../articles/extraction";
import { guessLanguage } from "../../articles/language";
import { Prisma, rowsOf, type Reader, type Tx } from "../../core/db.server";
import { once } from "../../core/once";
import { forgetText } from "../../core/texts-at-hand";
import { WeighedLru } from "../../core/weighed-lru";
import { registerArticleCache } from "../../core/article-caches";
import type { knownNames } from "../known-names.server";
import { suggestAttributions } from "../suggest-attributions";
import type { ComparedArticle } from "./text-facts";

type Names = Awaited<ReturnType<typeof knownNames>>;

type Held = { captureId: string; text: string };

const mostCharacters = 12_000_000;
/** Texts by article, with the capture that they are of: a capture never changes, and megabytes need not come again. */
const texts = new WeighedLru<Held>(mostCharacters);
registerArticleCache(() => texts.clear());

/** Keeps at hand what is closely read of an article's current capture, for the comparisons with others. */
export function keepCurrentText(articleId: string, captureId: string, text: string): void {
  texts.set(articleId, { captureId, text }, text.length);
}

type Parts = {
  articleId: string;
  title: string | null;
  byline: string | null;
  url: string | null;
  canonicalUrl: string | null;
  language: string | null;
  publishedAt: string | null;
  outlet: string | null;
  owner: string | null;
  captureId: string;
  /** Null for those at hand. */
  fullText: string | null;
  mainRanges: [number, number][] | null;
};

/** Articles that have words, with what is closely read of each one's current capture; those with none or an expunged one are left out. */
async function articlesWithTexts(
  reader: Reader,
  articleIds: readonly string[],
): Promise<(Parts & { text: string })[]> {
  // Held on to from here: while the database answers, others may make room.
  const held = new Map(
    articleIds.flatMap((id) => texts.get(id) ?? []).map(({ captureId, text }) => [captureId, text]),
  );
  const rows = await rowsOf<Parts>(
    reader,
    Prisma.sql`
      SELECT a.id AS "articleId", a.title, a.byline, a.url, a."canonicalUrl", a.language, a."publishedAt", o.name AS outlet,
        e.name AS owner, c.id AS "captureId", CASE WHEN NOT at.hand THEN c."fullText" END AS "fullText",
        CASE WHEN NOT at.hand THEN c."mainRanges" END AS "mainRanges"
      FROM article a JOIN capture c ON c.id = a."currentCaptureId" LEFT JOIN outlet o ON o.id = a."outletId"
        LEFT JOIN entity e ON e.id = o."ownerId" CROSS JOIN LATERAL (SELECT c.id = ANY (${[...held.keys()]}::text[]) AS hand) AS at
      WHERE a.id = ANY (${[...articleIds]}::text[]) AND c."fullText" IS NOT NULL`,
  );
  const found = rows.map((row) => ({ ...row, text: held.get(row.captureId) ?? textOf(row) }));
  const there = new Set(rows.map(({ articleId }) => articleId));
  for (const id of articleIds) if (!there.has(id)) letGo(id);
  return found;
}

function textOf({ articleId, captureId, fullText, mainRanges }: Parts): string {
  const text = closelyRead(mainText({ fullText: fullText!, mainRanges: mainRanges! }));
  keepCurrentText(articleId, captureId, text);
  return text;
}

/** What was expunged is not to stay here either. */
function letGo(articleId: string): void {
  const known = texts.get(articleId);
  if (known) forgetText(known.text);
  texts.delete(articleId);
}

/** What is closely read of each article's current capture, by article; those without one, or with an expunged one, are left out. */
export async function currentTexts(
  reader: Reader,
  articleIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await articlesWithTexts(reader, articleIds);
  return new Map(rows.map(({ articleId, text }) => [articleId, text]));
}

/** Articles as the comparison of texts needs them, with what each says about its own sources. */
export async function comparedArticles(
  tx: Tx,
  articleIds: readonly string[],
  names: Names,
): Promise<ComparedArticle[]> {
  const rows = await articlesWithTexts(tx, articleIds);
  return rows.map((row) => compared(row, names));
}

function compared(row: Parts & { text: string }, names: Names): ComparedArticle {
  const { articleId, text, title, byline, url, canonicalUrl, publishedAt, outlet, owner } = row;
  const language = row.language ?? guessLanguage(text);
  const about = { text, title, byline, outlet, language, url, canonicalUrl };
  const credits = once(() => suggestAttributions({ ...about, links: [], ...names }));
  return {
    ...{ id: articleId, text, language, publishedAt, outlet, owner },
    get credits() {
      return credits();
    },
  };
}
