import "server-only";
import type { Tx } from "../core/db.server";
import { leaningTypes } from "./blast-radius";

/** The article and all that have something from it, over attributions that people confirmed. */
export async function downstreamOf(tx: Tx, articleId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE downstream AS (
      SELECT ${articleId}::text AS id
      UNION SELECT a."fromArticleId" FROM attribution a JOIN downstream d ON a."toArticleId" = d.id
        WHERE a.status = 'confirmed' AND a.type = ANY(${[...leaningTypes]}))
    SELECT id FROM downstream`;
  return rows.map(({ id }) => id);
}
