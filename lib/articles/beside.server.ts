import "server-only";
import { articlesSeen } from "../access/sight.server";
import type { Sight } from "../access/viewer";
import { db } from "../core/db.server";
import { mostBeside } from "./beside";

export type NamedArticle = { id: string; name: string; title: string | null };

/** Those of these articles that there are for this viewer, by outlet or title, in the order that was asked; at most `mostBeside`. */
export async function namesBeside(viewer: Sight, ids: readonly string[]): Promise<NamedArticle[]> {
  const asked = ids.slice(-mostBeside);
  if (asked.length === 0) return [];
  const rows = await db().article.findMany({
    where: { AND: [{ id: { in: asked } }, { id: await articlesSeen(viewer) }] },
    select: { id: true, title: true, outlet: { select: { name: true } } },
  });
  const names = new Map(
    rows.map(({ id, title, outlet }) => [
      id,
      { id, name: outlet?.name ?? title ?? "Unnamed article", title },
    ]),
  );
  return asked.flatMap((id) => names.get(id) ?? []);
}
