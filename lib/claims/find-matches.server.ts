import "server-only";
import type { z } from "zod";
import { seesClaim } from "../access/sight.server";
import type { Sight } from "../access/viewer";
import { db, Prisma } from "../core/db.server";
import type { matchesSchema } from "./schema";

const commonWords = new Set(
  "a an and are as at be been but by for from had has have he her his in is it its of on or she that the their them they this to was were which who will with".split(
    " ",
  ),
);

/** The words that carry meaning, each once. */
function keyWords(words: string): string[] {
  const found =
    words
      .toLowerCase()
      .normalize("NFKC")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(found)].filter((word) => word.length > 1 && !commonWords.has(word));
}

type Row = { id: string; slug: string | null; text: string; isPublished: boolean };

/** Claims that are ranked at most: a word that more of them have says little, and ranking takes its time by their number. */
const mostRanked = 3_000;

/**
 * The search for any of these words, as few of them as may be ranked, the rarest first, by what PostgreSQL last counted;
 * where even the rarest is in too many claims, for all of them at once. Words that no statistic knows are rare.
 */
async function rarestWords(wanted: readonly string[]): Promise<string> {
  const rows = await db().$queryRaw<{ word: string; claims: number }[]>`
    WITH counted AS (
      SELECT unnest(s.most_common_elems::text::text[]) AS lexeme, unnest(s.most_common_elem_freqs) AS share
      FROM pg_stats s WHERE s.schemaname = 'public' AND s.tablename = 'claim' AND s.attname = 'search')
    SELECT w.word, (coalesce(max(c.share), 0) * (SELECT greatest(reltuples, 0) FROM pg_class WHERE oid = 'public.claim'::regclass))::float8 AS claims
    FROM unnest(${[...wanted]}::text[]) AS w(word)
    LEFT JOIN counted c ON c.lexeme = ANY (tsvector_to_array(to_tsvector('english', w.word)))
    GROUP BY w.word ORDER BY claims, w.word`;
  let ranked = 0;
  const rare = rows.filter(({ claims }) => (ranked += claims) <= mostRanked).map(({ word }) => word);
  return rare.length > 0 ? rare.join(" | ") : wanted.join(" & ");
}

/** Earlier checks and claims that say much the same, best first, each with the words they share. For a person to judge. */
export async function findMatches(viewer: Sight, input: z.output<typeof matchesSchema>) {
  const wanted = keyWords(input.text).slice(0, 12);
  if (wanted.length === 0) return [];
  const query = await rarestWords(wanted);
  const rows = await db().$queryRaw<Row[]>`
    SELECT c.id, c.slug, c.text, EXISTS (SELECT 1 FROM publication p WHERE p."claimId" = c.id) AS "isPublished"
    FROM claim c WHERE c.search @@ ${Prisma.sql`to_tsquery('english', ${query})`} AND ${seesClaim(viewer, Prisma.sql`c.id`)}
    ORDER BY ts_rank(c.search, to_tsquery('english', ${query})) DESC LIMIT 50`;
  const items = rows
    .map((row) => {
      const theirs = keyWords(row.text);
      const shared = theirs.filter((word) => wanted.includes(word));
      const union = new Set([...theirs, ...wanted]).size;
      return {
        claimId: row.id,
        ...(row.isPublished && row.slug ? { slug: row.slug } : {}),
        text: row.text,
        score: union === 0 ? 0 : shared.length / union,
        reasons: [`Shares: ${shared.slice(0, 8).join(", ")}`],
      };
    })
    .filter(({ score }) => score >= 0.2)
    .sort((a, b) => b.score - a.score)
    .slice(0, 10);
  return items;
}
