import "server-only";
import { mainText } from "../../articles/extraction";
import { Prisma, type Tx, type db } from "../../core/db.server";
import type { Frequencies } from "./rare-terms";
import { certainKeys, rareTermsOf } from "./rare-terms";
import { ownShinglesOf, sketchOf } from "./shingles";

type Reader = Tx | ReturnType<typeof db>;
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
  const shingles = sketchOf(ownShinglesOf(text));
  const terms = certainKeys(rareTermsOf(text));
  const data = { captureId, shingles, terms };
  await tx.textSketch.upsert({ where: { articleId }, create: { articleId, ...data }, update: data });
  return { articleId, shingles, terms };
}

/** Sketches a few captured articles that have none: those from before there were sketches. */
export async function sketchSome(tx: Tx, atMost: number): Promise<void> {
  const rows = await tx.article.findMany({
    where: { sketch: null, state: "captured", currentCaptureId: { not: null } },
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
}

/** Articles that share the most sampled shingles with one, by the index alone; no text is read. */
export async function articlesSharingWords(
  reader: Reader,
  sketch: Sketch,
  atMost: number,
): Promise<string[]> {
  if (sketch.shingles.length === 0) return [];
  const rows = await reader.$queryRaw<{ articleId: string }[]>`
    SELECT s."articleId" FROM text_sketch s CROSS JOIN LATERAL unnest(s.shingles) AS theirs(hash)
    JOIN unnest(${sketch.shingles}::int[]) AS mine(hash) ON mine.hash = theirs.hash
    WHERE s.shingles && ${sketch.shingles}::int[] AND s."articleId" <> ${sketch.articleId}
    GROUP BY s."articleId" ORDER BY count(*) DESC, s."articleId" DESC LIMIT ${atMost}`;
  return rows.map(({ articleId }) => articleId);
}

/** Articles that share the most of these names and figures; of copies, which have all of them in common, one stands for all. */
export async function articlesSharingTerms(
  reader: Reader,
  articleId: string,
  terms: readonly string[],
  atMost: number,
): Promise<string[]> {
  if (terms.length === 0) return [];
  const rows = await reader.$queryRaw<{ articleId: string }[]>`
    WITH one AS MATERIALIZED (
      SELECT s.terms, min(s."articleId") AS "articleId" FROM text_sketch s
      WHERE s.terms && ${[...terms]}::text[] AND s."articleId" <> ${articleId} GROUP BY s.terms)
    SELECT one."articleId" FROM one CROSS JOIN LATERAL unnest(one.terms) AS theirs(term)
    JOIN unnest(${[...terms]}::text[]) AS mine(term) ON mine.term = theirs.term
    GROUP BY one."articleId" ORDER BY count(*) DESC, one."articleId" DESC LIMIT ${atMost}`;
  return rows.map((row) => row.articleId);
}

/** In how many of the desk's articles each term stands. */
export async function frequenciesOf(reader: Reader, terms: readonly string[]): Promise<Frequencies> {
  const articles = await reader.textSketch.count();
  if (terms.length === 0) return { articles, holding: new Map() };
  const rows = await reader.$queryRaw<{ term: string; held: number }[]>`
    SELECT mine.term, count(*)::int AS held FROM text_sketch s CROSS JOIN LATERAL unnest(s.terms) AS theirs(term)
    JOIN unnest(${[...terms]}::text[]) AS mine(term) ON mine.term = theirs.term
    WHERE s.terms && ${[...terms]}::text[] GROUP BY mine.term`;
  return { articles, holding: new Map(rows.map(({ term, held }) => [term, held])) };
}
