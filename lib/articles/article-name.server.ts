import "server-only";
import { db } from "../core/db.server";
import { shortName } from "../core/short-name";
import { cleanText } from "../core/text-input";

/** Title or outlet of an article, at most 70 characters, to tell windows apart by; null when neither is known. */
export async function articleName(articleId: string): Promise<string | null> {
  const row = await db().article.findUnique({
    where: { id: cleanText(articleId) },
    select: { title: true, outlet: { select: { name: true } } },
  });
  const name = row?.title ?? row?.outlet?.name;
  return name ? shortName(name, 70) : null;
}
