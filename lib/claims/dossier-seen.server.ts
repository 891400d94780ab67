import "server-only";
import { hiddenFrom } from "../access/sight.server";
import type { Sight } from "../access/viewer";
import type { Dossier } from "./dossier";

/**
 * A claim's dossier without what a rule suggests about articles that this viewer may not see: for pictures and lists. The
 * gate and the record go by the whole one, and count what is confirmed alone.
 */
export async function dossierSeenBy(viewer: Sight, dossier: Dossier): Promise<Dossier> {
  const { attributions, articles } = dossier;
  const hidden = await hiddenFrom(
    viewer,
    [...attributions, ...articles].map(({ id }) => id),
  );
  if (hidden.size === 0) return dossier;
  return {
    ...dossier,
    attributions: attributions.filter(({ id }) => !hidden.has(id)),
    articles: articles.filter(({ id }) => !hidden.has(id)),
  };
}
