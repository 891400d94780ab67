import "server-only";
import type { Actor } from "../access/viewer";
import type { Tx } from "../core/db.server";

/** Notes that somebody brought an article that the desk held already, or its copy: it is theirs to see from now on. */
export async function noteBrought(tx: Tx, { id }: Actor, articleId: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO brought_article ("articleId", "userId", at) VALUES (${articleId}, ${id}, ${now}) ON CONFLICT DO NOTHING`;
}
