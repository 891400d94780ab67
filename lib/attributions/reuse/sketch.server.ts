import "server-only";
import { mainText } from "../../articles/extraction";
import { db, Prisma, rowsOf, sendLater, type Reader, type Tx } from "../../core/db.server";
import type { Frequencies } from "./rare-terms";
import { certainKeys, rareTermsOf } from "./rare-terms";
import { ownShinglesOf, sketchOf } from "./shingles";

type Sketch = { articleId: string; shingles: number[]; terms: string[] };

/**
 * Until the transaction ends sketches are looked for by their indexes. A planner that knows a list of thousands takes so
 * many look-ups for dearer than reading every sketch, but comparing two lists takes their product: seconds for a few
 * thousand articles. One that plans for any list takes the index.
 */
export const byIndexes = Prisma.sql`
  SELECT set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true)`;

/** Keeps what an article's text is found again by, in place of what its last capture had. */
export async function keepSketch(
  tx: Tx,
  { articleId, captureId, text }: { articleId: string; captureId: string; text: string },
): Promise<Sketch> {
  const shingles = sketchOf(ownShinglesOf(text).hashes);
  const terms = certainKeys(rareTermsOf(text));
  // Thousands of numbers: as one text they are written and read in a fraction of the time, and they go with what is asked next.
  await sendLater(
    tx,
    Prisma.sql`
      INSERT INTO text_sketch ("articleId", "captureId", shingles, terms)
      VALUES (${articleId}, ${captureId}, ${`{${shingles.join(",")}}`}::int[], ${terms}::text[])
      ON CONFLICT ("articleId") DO UPDATE
        SET "captureId" = excluded."captureId", shingles = excluded.shingles, terms = excluded.terms`,
  );
  return { articleId, shingles, terms };
}

/**
 * Sketches a few captured articles that have none, those from before there were sketches, after `afterId` downwards.
 * Answers the last one looked at; null when there are no more.
 */
export async function sketchSome(tx: Tx, afterId: string | null, atMost: number): Promise<string | null> {
  const rows = await tx.article.findMany({
    where: {
      sketch: null,
      state: "captured",
      currentCaptureId: { not: null },
      ...(afterId === null ? {} : { id: { lt: afterId } }),
    },
    select: { id: true, currentCaptureId: true },
    orderBy: { id: "desc" },
    take: atMost,
  });
  for (const { id, currentCaptureId } of rows) {
    const capture = await tx.capture.findUnique({
      where: { id: currentCaptureId! },
      select: { fullText: true, mainRanges: true },
    });
    if (capture?.fullText == null) continue;
    const text = mainText({
      fullText: capture.fullText,
      mainRanges: capture.mainRanges as [number, number][],
    });
    await keepSketch(tx, { articleId: id, captureId: currentCaptureId!, text });
  }
  return rows.at(-1)?.id ?? null;
}

/**
 * So many of a text's sampled shingles are looked for, the smallest ones: of any two texts those up to the same size are
 * the same sample. A text of up to 2,000 words is looked for by all of them.
 */
const mostProbed = 500;
/** A copy, a rewrite or a near duplicate shares many times this of the shorter text; two reports by chance hardly ever. */
const leastShare = 0.01;
/** Kept shingles are below this (see `sketchOf`). */
const sketchEnd = 2 ** 30;

/** As many of an article's sampled shingles as are looked for; null without a sketch. The rest, thousands, stay where they are. */
export async function probedShinglesOf(articleId: string): Promise<number[] | null> {
  const [row] = await rowsOf<{ shingles: number[] }>(
    db(),
    Prisma.sql`SELECT shingles[1:${mostProbed}::int] AS shingles FROM text_sketch WHERE "articleId" = ${articleId}`,
  );
  return row?.shingles ?? null;
}

/** An article that shares words with another, and the most that it may share of the shorter text's shingles, 0 to 1. */
export type Sharing = { articleId: string; share: number };

/**
 * Articles that share the most sampled shingles with one, by the index alone; no text is read. Their share is what the
 * sample says and two shingles more, because a short text's sample is small. Sketches are in order of size, so that of
 * theirs only the beginning is taken out, up to the largest that is looked for.
 */
export async function articlesSharingWords(
  reader: Reader,
  sketch: Pick<Sketch, "articleId" | "shingles">,
  atMost: number,
): Promise<Sharing[]> {
  const probed = sketch.shingles.slice(0, mostProbed);
  if (probed.length === 0) return [];
  const last = probed.at(-1)!;
  const upTo = probed.length < mostProbed ? sketchEnd : last + 1;
  const looked = `{${probed.join(",")}}`;
  return rowsOf<Sharing>(
    reader,
    Prisma.sql`
    SELECT "articleId", (shared + 2) / sampled AS share FROM (
      SELECT s."articleId", count(*) AS shared,
        greatest(1, least(${probed.length}::int, cardinality(s.shingles) * ${upTo / sketchEnd}::float)) AS sampled
      FROM text_sketch s CROSS JOIN LATERAL unnest(s.shingles[1:width_bucket(${last}::int, s.shingles)]) AS theirs(hash)
      JOIN unnest(${looked}::int[]) AS mine(hash) ON mine.hash = theirs.hash
      WHERE s.shingles && telling_hashes(${looked}::int[]) AND s."articleId" <> ${sketch.articleId} GROUP BY s."articleId") AS found
    WHERE shared >= least(2, ${probed.length}::int) AND shared >= ${leastShare}::float * sampled
    ORDER BY shared DESC, "articleId" DESC LIMIT ${atMost}`,
  );
}

/** Articles that share the most of these names and figures; of copies, which have all of them in common, one stands for all. */
export async function articlesSharingTerms(
  reader: Reader,
  articleId: string,
  terms: readonly string[],
  atMost: number,
): Promise<{ articleId: string; publishedAt: string | null }[]> {
  if (terms.length === 0) return [];
  return rowsOf<{ articleId: string; publishedAt: string | null }>(
    reader,
    Prisma.sql`
    WITH one AS MATERIALIZED (
      SELECT s.terms, min(s."articleId") AS "articleId" FROM text_sketch s
      WHERE s.terms && ${[...terms]}::text[] AND s."articleId" <> ${articleId} GROUP BY s.terms),
    ranked AS (
      SELECT one."articleId", count(*) AS shared FROM one CROSS JOIN LATERAL unnest(one.terms) AS theirs(term)
      JOIN unnest(${[...terms]}::text[]) AS mine(term) ON mine.term = theirs.term
      GROUP BY one."articleId" ORDER BY shared DESC, one."articleId" DESC LIMIT ${atMost})
    SELECT a.id AS "articleId", a."publishedAt" FROM ranked JOIN article a ON a.id = ranked."articleId"
    ORDER BY ranked.shared DESC, a.id DESC`,
  );
}

/** Beyond so many articles it makes no difference to what is rare. */
const mostCounted = 100_000;
/** A term of so many articles is rare on no desk (`isRare`: fewer than one in fifty). */
const mostHeld = mostCounted / 50;

/**
 * In how many of the desk's articles each term stands, up to 2,000. Those that PostgreSQL, when it last counted a sample,
 * found in twice as many are not counted again: a desk of half a million articles would take seconds (docs/adr/0026).
 */
export async function frequenciesOf(reader: Reader, terms: readonly string[]): Promise<Frequencies> {
  const [[{ articles } = { articles: 0 }], rows] = await Promise.all([
    rowsOf<{ articles: number }>(
      reader,
      Prisma.sql`SELECT count(*)::int AS articles FROM (SELECT 1 FROM text_sketch LIMIT ${mostCounted}::int) AS counted`,
    ),
    terms.length === 0 ? [] : rowsOf<{ term: string; held: number }>(reader, heldBy(terms)),
  ]);
  return { articles, holding: new Map(rows.map(({ term, held }) => [term, held])) };
}

const heldBy = (terms: readonly string[]) => Prisma.sql`
  WITH common AS MATERIALIZED (
    SELECT e.term FROM pg_stats s, pg_class t, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS e(term, share)
    WHERE s.schemaname = 'public' AND s.tablename = 'text_sketch' AND s.attname = 'terms'
      AND t.oid = 'public.text_sketch'::regclass AND t.reltuples > ${mostHeld * 2}::int
      AND e.term IS NOT NULL AND e.share * t.reltuples > ${mostHeld * 2}::int)
  SELECT mine.term, CASE WHEN mine.term IN (SELECT term FROM common) THEN ${mostHeld}::int ELSE (
    SELECT count(*)::int FROM (
      SELECT 1 FROM text_sketch s WHERE s.terms @> ARRAY[mine.term] LIMIT ${mostHeld}::int) AS holding) END AS held
  FROM unnest(${[...terms]}::text[]) AS mine(term)`;
