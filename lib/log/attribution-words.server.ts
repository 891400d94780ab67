import "server-only";
import { attributionVerbs } from "../attributions/choice-words";
import type { AttributionType } from "../claims/dossier";
import { db } from "../core/db.server";

/** What attributions say, by their ids: "Kyiv Independent credits Reuters". Arrows are the picture's, where they follow the information. */
export async function attributionWords(ids: string[]): Promise<Map<string, string>> {
  const rows = await db().$queryRaw<
    { id: string; type: AttributionType; from: string | null; to: string | null }[]
  >`
    SELECT a.id, a.type, coalesce(o.name, f.title) AS from, coalesce(g.name, oo.name, t.title) AS to
    FROM attribution a JOIN article f ON f.id = a."fromArticleId" LEFT JOIN outlet o ON o.id = f."outletId"
    LEFT JOIN article t ON t.id = a."toArticleId" LEFT JOIN outlet oo ON oo.id = t."outletId" LEFT JOIN origin g ON g.id = a."toOriginId"
    WHERE a.id = ANY(${ids})`;
  const named = (name: string | null) => name ?? "an unnamed source";
  return new Map(
    rows.map(({ id, type, from, to }) => [
      id,
      type === "own-reporting"
        ? `${named(from)} ${attributionVerbs[type]}`
        : `${named(from)} ${attributionVerbs[type]} ${named(to)}`,
    ]),
  );
}
