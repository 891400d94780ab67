import "server-only";
import type { z } from "zod";
import { claimsSeen, seesArticle } from "../access/sight.server";
import type { Sight } from "../access/viewer";
import { db, Prisma } from "../core/db.server";
import { decodeCursor, page } from "../core/cursor";
import { wordsQuery } from "../core/words-query.server";
import { leaningTypes } from "./blast-radius";
import type { ArticleRowDto } from "./dto";
import { metadataDto } from "./metadata-dto.server";
import type { listArticlesSchema } from "./schema";

/** Outlets whose name has these words in it. A word that hundreds have in their names is no name of one. */
async function outletsNamed(words: string): Promise<string[]> {
  const rows = await db().outlet.findMany({
    where: { name: { contains: words.replace(/[\\%_]/gu, "\\$&"), mode: "insensitive" } },
    select: { id: true },
    orderBy: { id: "asc" },
    take: 500,
  });
  return rows.map(({ id }) => id);
}

/** How often each of these articles is evidence. Asked for a page alone: a count beside the rows would count every article's. */
async function countEvidence(viewer: Sight, articleIds: string[]): Promise<Map<string, number>> {
  const rows = await db().evidence.groupBy({
    by: ["articleId"],
    where: { articleId: { in: articleIds }, claimId: await claimsSeen(viewer), removedAt: null },
    _count: true,
  });
  return new Map(rows.map(({ articleId, _count }) => [articleId, _count]));
}

/** How many other articles people confirmed to have something from each of these. */
async function countLeaning(viewer: Sight, articleIds: string[]): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<{ id: string; n: number }[]>`
    SELECT t."toArticleId" AS id, count(DISTINCT t."fromArticleId")::int AS n FROM attribution t
    WHERE t."toArticleId" = ANY(${articleIds}) AND t.status = 'confirmed' AND t.type = ANY(${[...leaningTypes]})
      AND t."fromArticleId" <> t."toArticleId" AND ${seesArticle(viewer, Prisma.sql`t."fromArticleId"`)}
    GROUP BY t."toArticleId"`;
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** The beginnings of all words that were typed, as the database's `words_query` takes them. */
function beginningsOf(words: string): string[] {
  const isPlain = /^[\p{L}\p{M}]+$/u;
  return words
    .split(/\s+/u)
    .map((word) => (isPlain.test(word) ? `${word}:*` : `'${word.replace(/['\\\0]/gu, " ")}':*`));
}

/** With `outletId`: of that outlet alone. */
type Input = z.output<typeof listArticlesSchema> & { outletId?: string };

/**
 * The ids of a page, newest first. Words are looked for in titles, all of them, each by its beginning, and in the names of
 * outlets: two lists, each read by its own index in the order of the page.
 */
async function idsOfPage(viewer: Sight, input: Input): Promise<string[]> {
  const after = decodeCursor(input.cursor, 1);
  const limits = Prisma.join(
    [
      seesArticle(viewer, Prisma.sql`a.id`),
      ...(input.outletId ? [Prisma.sql`a."outletId" = ${input.outletId}`] : []),
      ...(input.state ? [Prisma.sql`a.state = ${input.state}`] : []),
      ...(after ? [Prisma.sql`a.id < ${String(after[0])}`] : []),
    ],
    " AND ",
  );
  const most = input.limit + 1;
  const list = (which: Prisma.Sql) =>
    Prisma.sql`(SELECT a.id FROM article a WHERE ${which} AND ${limits} ORDER BY a.id DESC LIMIT ${most})`;
  const words = input.q?.trim();
  const lists = words
    ? [
        list(Prisma.sql`a."titleWords" @@ ${await wordsQuery("title", beginningsOf(words))}`),
        list(Prisma.sql`a."outletId" = ANY (${await outletsNamed(words)}::text[])`),
      ]
    : [list(Prisma.sql`true`)];
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM (${Prisma.join(lists, " UNION ")}) AS found ORDER BY id DESC LIMIT ${most}`;
  return rows.map(({ id }) => id);
}

/** Articles, newest first, a page at a time. */
export async function listArticles(
  viewer: Sight,
  input: Input,
): Promise<{ items: ArticleRowDto[]; nextCursor: string | null }> {
  const ids = await idsOfPage(viewer, input);
  const rows = await db().article.findMany({
    where: { id: { in: ids } },
    include: { outlet: true },
    orderBy: { id: "desc" },
  });
  const [counts, leaning] = await Promise.all([countEvidence(viewer, ids), countLeaning(viewer, ids)]);
  const items = rows.map((row) => ({
    ...metadataDto(row),
    evidenceCount: counts.get(row.id) ?? 0,
    leaningCount: leaning.get(row.id) ?? 0,
  }));
  return page(items, input.limit, (row) => [row.id]);
}
