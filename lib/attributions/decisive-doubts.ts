import type { AttributionType, Dossier, DossierArticle, DossierEvidence } from "../claims/dossier";
import { deskView } from "./route-view";

/** What a piece of evidence's article is, which speaks against its deciding alone. */
export type DecisiveDoubt = { evidenceId: string; number: number; isDecisive: boolean; words: string };

/** Kinds of articles that are themselves what others name: what they were made from takes nothing from what they say. */
const originals: ReadonlySet<DossierArticle["kind"]> = new Set(["report", "record", "dataset"]);
const fromNobodyElse: ReadonlySet<AttributionType> = new Set(["own-reporting", "same-owner"]);

type DoubtedDossier = Pick<Dossier, "claim" | "evidence" | "articles" | "origins" | "attributions">;

/**
 * Evidence that a person should look at again before it stands for the number of origins: its article is where the claim
 * itself appeared, passes on what another source knew, or has no known source. It is told whoever decides and whoever
 * signs, and holds nothing up. It asks neither rating nor reviews, so that it tells a blind reviewer nothing.
 */
export function decisiveDoubts(dossier: DoubtedDossier): DecisiveDoubt[] {
  return dossier.evidence.flatMap((item, index) => {
    const words = doubtOf(dossier, item);
    const isDecisive = (item.decisive?.reason.trim() ?? "") !== "";
    return words ? [{ evidenceId: item.id, number: index + 1, isDecisive, words }] : [];
  });
}

function doubtOf(dossier: DoubtedDossier, { articleId, region }: DossierEvidence): string | null {
  if (dossier.claim.appearance?.articleId === articleId) return "is from where the claim itself appeared";
  const article = dossier.articles.find(({ id }) => id === articleId);
  if (!article || article.primary || article.conversation || originals.has(article.kind)) return null;
  const own = dossier.attributions.filter(
    ({ status, fromArticleId }) => status === "confirmed" && fromArticleId === articleId,
  );
  const { nameOf } = deskView(dossier);
  const sources = own.flatMap(({ type, toArticleId, toOriginId }) =>
    fromNobodyElse.has(type) ? [] : (toOriginId ?? toArticleId ?? []),
  );
  if (sources.length > 0)
    return `is from an article that has it from ${[...new Set(sources.map(nameOf))].join(" and ")}`;
  // A picture or a recording can be the thing itself, whoever shows it.
  if (region || own.some(({ type }) => type === "own-reporting")) return null;
  return "is from an article whose own source is not known";
}
