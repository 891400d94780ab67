import "server-only";
import { closelyRead, mainText } from "../../articles/extraction";
import { guessLanguage } from "../../articles/language";
import { Prisma, rowsOf, type Reader, type Tx } from "../../core/db.server";
import { once } from "../../core/once";
import type { knownNames } from "../known-names.server";
import { suggestAttributions } from "../suggest-attributions";
import type { ComparedArticle } from "./text-facts";

type Names = Awaited<ReturnType<typeof knownNames>>;

const articleParts = {
  id: true,
  title: true,
  byline: true,
  url: true,
  canonicalUrl: true,
  language: true,
  publishedAt: true,
  currentCaptureId: true,
  outlet: { select: { name: true, owner: { select: { name: true } } } },
} satisfies Prisma.ArticleSelect;

type Row = Prisma.ArticleGetPayload<{ select: typeof articleParts }>;

/** What is closely read of each article's current capture, by article; those without one, or with an expunged one, are left out. */
export async function currentTexts(
  reader: Reader,
  articleIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await rowsOf<{ articleId: string; fullText: string; mainRanges: [number, number][] }>(
    reader,
    Prisma.sql`
      SELECT a.id AS "articleId", c."fullText", c."mainRanges" FROM article a JOIN capture c ON c.id = a."currentCaptureId"
      WHERE a.id = ANY (${[...articleIds]}::text[]) AND c."fullText" IS NOT NULL`,
  );
  return new Map(rows.map(({ articleId, ...capture }) => [articleId, closelyRead(mainText(capture))]));
}

/** Articles as the comparison of texts needs them, with what each says about its own sources. */
export async function comparedArticles(
  tx: Tx,
  articleIds: readonly string[],
  names: Names,
): Promise<ComparedArticle[]> {
  const rows = await tx.article.findMany({ where: { id: { in: [...articleIds] } }, select: articleParts });
  const texts = await currentTexts(tx, articleIds);
  return rows.flatMap((row) => {
    const text = texts.get(row.id);
    return text === undefined ? [] : [compared(row, text, names)];
  });
}

function compared(row: Row, text: string, names: Names): ComparedArticle {
  const language = row.language ?? guessLanguage(text);
  const outlet = row.outlet?.name ?? null;
  const { id, title, byline, url, canonicalUrl, publishedAt } = row;
  const credits = once(() =>
    suggestAttributions({
      text,
      title,
      byline,
      outlet,
      links: [],
      language,
      url,
      canonicalUrl,
      ...names,
    }),
  );
  const owner = row.outlet?.owner?.name ?? null;
  return {
    ...{ id, text, language, publishedAt, outlet, owner },
    get credits() {
      return credits();
    },
  };
}
