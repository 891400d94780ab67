import type { ClaimDto, ComparisonDto } from "@/lib/claims/dto";
import type { Figure } from "@/lib/figures/figure";
import { toneOf, type Tone } from "./chart-rows";

/** A figure with the source it stands in, and the number, id and article of the evidence; all are null for the claim's own. */
export type PlacedFigure = {
  figure: Figure;
  source: string;
  evidenceId: string | null;
  articleId: string | null;
  number: number | null;
};

/** Two figures and how they compare, both still there. */
export type BoardPair = ComparisonDto & { first: PlacedFigure; second: PlacedFigure; tone: Tone };

/** A figure of the claim with everything it is compared with, conflicts first. */
export type BoardGroup = { figure: Figure; pairs: BoardPair[] };

export type Board = { groups: BoardGroup[]; between: BoardPair[]; open: number };

const order: Record<Tone, number> = { claim: 0, contradicts: 0, apart: 1, fits: 2 };

/** Whether a person has still to say how two figures differ: only conflicts wait, agreement stops nothing. */
export const isOpen = ({ status, tone }: Pick<BoardPair, "status" | "tone">): boolean =>
  status === "suggested" && tone !== "fits";

const byConflict = (a: BoardPair, b: BoardPair) =>
  Number(isOpen(b)) - Number(isOpen(a)) || order[a.tone] - order[b.tone];

/** Of a figure's comparisons those that are equal by the rule and not confirmed yet, where one article has several of them. */
export function equalOfOneArticle(pairs: readonly BoardPair[]): BoardPair[][] {
  const equal = pairs.filter((pair) => pair.class === "equal" && pair.status === "suggested");
  const articles = [...new Set(equal.flatMap(({ second }) => second.articleId ?? []))];
  return articles
    .map((id) => equal.filter(({ second }) => second.articleId === id))
    .filter((of) => of.length > 1);
}

/** The comparisons of a claim as its board: grouped by the claim's figures, conflicts first in and among them, then between the sources. */
export function boardOf(
  claim: Pick<ClaimDto, "figures" | "evidence">,
  comparisons: readonly ComparisonDto[],
): Board {
  const placed = new Map<string, PlacedFigure>();
  for (const figure of claim.figures)
    placed.set(figure.id, { figure, source: "The claim", evidenceId: null, articleId: null, number: null });
  for (const [index, item] of claim.evidence.entries()) {
    const source = item.article.outlet ?? item.article.title ?? "An article";
    for (const figure of item.figures)
      placed.set(figure.id, {
        ...{ figure, source },
        ...{ evidenceId: item.id, articleId: item.articleId, number: index + 1 },
      });
  }
  const pairs = comparisons
    .flatMap((pair): BoardPair[] => {
      const [first, second] = [placed.get(pair.a), placed.get(pair.b)];
      return first && second ? [{ ...pair, first, second, tone: toneOf(pair.class) }] : [];
    })
    .sort(byConflict);
  const groups = claim.figures
    .map((figure) => ({ figure, pairs: pairs.filter(({ a }) => a === figure.id) }))
    .filter((group) => group.pairs.length > 0)
    // Their pairs stand in that order, so that the first of each says how much its figure is in conflict.
    .sort((a, b) => byConflict(a.pairs[0]!, b.pairs[0]!));
  const between = pairs.filter(({ first }) => first.evidenceId !== null);
  return { groups, between, open: pairs.filter(isOpen).length };
}
