import "server-only";
import { db, Prisma } from "./db.server";

/** What words are kept of, to look up which begin so: claims' own words, and titles of articles. */
export const wordKinds = ["claim", "title"] as const;
export type WordKind = (typeof wordKinds)[number];

const configs: Record<WordKind, string> = { claim: "english", title: "simple" };

/**
 * What finds all of these words in claims, or in titles; one that ends in ":*" as the beginning of a word. The database is
 * asked first which words begin so: a plan is then made for words, of which it is known how many have them.
 */
export async function wordsQuery(kind: WordKind, words: readonly string[]): Promise<Prisma.Sql> {
  const [row] = await db().$queryRaw<{ said: string }[]>`
    SELECT words_query(${kind}, ${configs[kind]}::text::regconfig, ${[...words]}::text[])::text AS said`;
  return Prisma.sql`${row!.said}::tsquery`;
}
