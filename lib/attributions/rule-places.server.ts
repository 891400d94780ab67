import "server-only";
import { hiddenFrom } from "../access/sight.server";
import type { Sight } from "../access/viewer";
import type { AttributionDto } from "../articles/dto";
import { db, Prisma, rowsOf } from "../core/db.server";
import { rulePlaces, type RulePlace } from "./rule-place";

type Text = { articleId: string; fullText: string; mainRanges: [number, number][] };

/**
 * Where the words that rules read stand, by article and attribution: for a page that shows attributions of several articles
 * and none of their texts. One query; nothing of an article that the viewer may not see, or whose text was taken out.
 */
export async function placesInTexts(
  viewer: Sight,
  panels: readonly { articleId: string; attributions: readonly AttributionDto[] }[],
): Promise<Map<string, Map<string, RulePlace>>> {
  const asked = panels.filter(({ articleId, attributions }) =>
    attributions.some(({ from, reason }) => from.articleId === articleId && reason?.quote),
  );
  const ids = asked.map(({ articleId }) => articleId);
  if (ids.length === 0) return new Map();
  const [hidden, texts] = await Promise.all([
    hiddenFrom(viewer, ids),
    rowsOf<Text>(
      db(),
      Prisma.sql`
        SELECT a.id AS "articleId", c."fullText", c."mainRanges" FROM article a JOIN capture c ON c.id = a."currentCaptureId"
        WHERE a.id = ANY(${ids}::text[]) AND c."fullText" IS NOT NULL`,
    ),
  ]);
  return new Map(
    texts
      .filter(({ articleId }) => !hidden.has(articleId))
      .map((text) => {
        const own = asked.find(({ articleId }) => articleId === text.articleId)!.attributions;
        return [text.articleId, rulePlaces(own, text.articleId, text)];
      }),
  );
}
