import type { DossierComparison, DossierDisagreement, DossierEvidence } from "../claims/dossier";

/** Two ids in the order in which a pair is kept: by code unit, as the database compares them by bytes. */
export function inOrder(a: string, b: string): { aId: string; bId: string } {
  return a < b ? { aId: a, bId: b } : { aId: b, bId: a };
}

export type SuggestedDisagreement = { a: string; b: string; why: string };

type Held = {
  evidence: readonly Pick<DossierEvidence, "id" | "figures">[];
  comparisons: readonly DossierComparison[];
  disagreements: readonly Pick<DossierDisagreement, "a" | "b">[];
};

/**
 * Pairs of evidence whose figures contradict each other and about which nobody has said anything yet, each once with the
 * comparison's words. A contradiction with the claim's own figure is no pair of quotes.
 */
export function suggestedDisagreements({
  evidence,
  comparisons,
  disagreements,
}: Held): SuggestedDisagreement[] {
  const homeOf = new Map(evidence.flatMap(({ id, figures }) => figures.map((figure) => [figure.id, id])));
  const seen = new Set(disagreements.map(({ a, b }) => keyOf(a, b)));
  return comparisons.flatMap((comparison) => {
    const [a, b] = [homeOf.get(comparison.a), homeOf.get(comparison.b)];
    if (comparison.class !== "contradiction" || !a || !b || a === b || seen.has(keyOf(a, b))) return [];
    seen.add(keyOf(a, b));
    return [{ a, b, why: comparison.explanation }];
  });
}

function keyOf(a: string, b: string): string {
  const { aId, bId } = inOrder(a, b);
  return `${aId} ${bId}`;
}
