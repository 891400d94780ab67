import "server-only";
import { mainText } from "../../articles/extraction";
import type { Tx, db } from "../../core/db.server";
import type { Frequencies } from "./rare-terms";
import { certainKeys, rareTermsOf } from "./rare-terms";
import { ownShinglesOf, sketchOf } from "./shingles";

type Reader = Tx | ReturnType<typeof db>;
type Sketch = { articleId: string; shingles: number[]; terms: string[] };

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
    SELECT s."articleId" FROM text_sketch s
    WHERE s.shingles && ${sketch.shingles}::int[] AND s."articleId" <> ${sketch.articleId}
    ORDER BY cardinality(ARRAY(SELECT unnest(s.shingles) INTERSECT SELECT unnest(${sketch.shingles}::int[]))) DESC, s."articleId" DESC
    LIMIT ${atMost}`;
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
    SELECT "articleId" FROM (
      SELECT DISTINCT ON (s.terms) s."articleId",
        cardinality(ARRAY(SELECT unnest(s.terms) INTERSECT SELECT unnest(${[...terms]}::text[]))) AS shared
      FROM text_sketch s WHERE s.terms && ${[...terms]}::text[] AND s."articleId" <> ${articleId}
      ORDER BY s.terms, s."articleId") AS one
    ORDER BY shared DESC, "articleId" DESC LIMIT ${atMost}`;
  return rows.map((row) => row.articleId);
}

/** In how many of the desk's articles each term stands. */
export async function frequenciesOf(reader: Reader, terms: readonly string[]): Promise<Frequencies> {
  const articles = await reader.textSketch.count();
  if (terms.length === 0) return { articles, holding: new Map() };
  const rows = await reader.$queryRaw<{ term: string; held: number }[]>`
    SELECT term, count(*)::int AS held FROM text_sketch s CROSS JOIN LATERAL unnest(s.terms) AS term
    WHERE s.terms && ${[...terms]}::text[] AND term = ANY (${[...terms]}::text[]) GROUP BY term`;
  return { articles, holding: new Map(rows.map(({ term, held }) => [term, held])) };
}
