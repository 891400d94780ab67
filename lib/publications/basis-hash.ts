import type { Dossier, DossierEvidence } from "../claims/dossier";
import type { Figure } from "../figures/figure";
import { canonicalJson, recordSha256 } from "./canonical";
import { recordFigure, regionOf, translationOf } from "./record-parts";

type BasisQuote = Pick<NonNullable<DossierEvidence["quote"]>, "exact" | "start" | "end">;

/** The part of a dossier that a review holds for. */
export type Basis = {
  claim: Pick<Dossier["claim"], "text" | "verbatim" | "figures">;
  evidence: readonly (Pick<
    DossierEvidence,
    "id" | "articleId" | "region" | "stance" | "shows" | "disclosure" | "translation" | "figures"
  > & { quote: BasisQuote | null })[];
};

/**
 * What a review holds for: claim text, figures and evidence, not the write-up. Lowercase hex SHA-256. The order in
 * which evidence and figures were added does not count, nor do the ids of figures.
 */
export function basisHash(dossier: Basis): string {
  const evidence = [...dossier.evidence].sort((a, b) => (a.id < b.id ? -1 : 1)).map(evidenceBasis);
  return recordSha256({
    text: dossier.claim.text,
    verbatim: dossier.claim.verbatim,
    figures: figuresBasis(dossier.claim.figures),
    evidence,
  });
}

function evidenceBasis(item: Basis["evidence"][number]) {
  return {
    id: item.id,
    articleId: item.articleId,
    quote: item.quote && { exact: item.quote.exact, start: item.quote.start, end: item.quote.end },
    region: regionOf(item),
    stance: item.stance,
    shows: item.shows,
    disclosure: item.disclosure,
    translation: translationOf(item),
    figures: figuresBasis(item.figures),
  };
}

function figuresBasis(figures: readonly Figure[]): string[] {
  return figures.map((figure) => canonicalJson({ ...recordFigure(figure), id: "" })).sort();
}
