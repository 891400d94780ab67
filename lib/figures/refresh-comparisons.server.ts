import "server-only";
import type { Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { toFigure } from "../claims/to-dossier";
import { compareFigures } from "./compare-figures";
import type { Figure } from "./figure";

type Held = { figure: Figure; articleId: string | null };

/** Articles that lean on one report by a confirmed attribution, and the report itself, carry the same report. */
async function reportOf(tx: Tx, articleIds: string[]): Promise<Map<string, string>> {
  const edges = await tx.attribution.findMany({
    where: {
      fromArticleId: { in: articleIds },
      toArticleId: { not: null },
      status: "confirmed",
      type: { in: ["cites", "republishes", "uncredited-rewrite"] },
    },
    select: { fromArticleId: true, toArticleId: true },
    orderBy: { id: "asc" },
  });
  return new Map([
    ...articleIds.map((id) => [id, id] as const),
    ...edges.map((edge) => [edge.fromArticleId, edge.toArticleId!] as const),
  ]);
}

/**
 * Compares each figure of the evidence with each of the claim, and those of different articles with each other. New pairs
 * are suggested; pairs whose figures are gone go; what a person confirmed stays.
 */
export async function refreshComparisons(tx: Tx, claimId: string): Promise<void> {
  const claimFigures = (await tx.figure.findMany({ where: { claimId } })).map(toFigure);
  const evidence = await tx.evidence.findMany({
    where: { claimId, removedAt: null },
    select: { articleId: true, quote: { select: { figures: true } } },
  });
  const held: Held[] = [
    ...claimFigures.map((figure) => ({ figure, articleId: null })),
    ...evidence.flatMap(({ articleId, quote }) =>
      quote.figures.map((row) => ({ figure: toFigure(row), articleId })),
    ),
  ];
  const reports = await reportOf(tx, [...new Set(evidence.map(({ articleId }) => articleId))]);
  const ids = held.map(({ figure }) => figure.id);
  await tx.comparison.deleteMany({
    where: { claimId, OR: [{ aId: { notIn: ids } }, { bId: { notIn: ids } }] },
  });
  const kept = await tx.comparison.findMany({ where: { claimId }, select: { aId: true, bId: true } });
  const known = new Set(kept.map(({ aId, bId }) => `${aId} ${bId}`));
  const fresh = pairs(held).flatMap(([a, b]) => {
    const [first, second] = a.articleId !== null && a.figure.id > b.figure.id ? [b, a] : [a, b];
    if (known.has(`${first.figure.id} ${second.figure.id}`)) return [];
    const sameReport =
      first.articleId !== null &&
      second.articleId !== null &&
      reports.get(first.articleId) === reports.get(second.articleId);
    const compared = compareFigures(first.figure, second.figure, { sameReport });
    if (!compared) return [];
    return [
      {
        id: newId(),
        claimId,
        aId: first.figure.id,
        bId: second.figure.id,
        class: compared.class,
        explanation: compared.explanation,
        sameReport,
      },
    ];
  });
  if (fresh.length > 0) await tx.comparison.createMany({ data: fresh, skipDuplicates: true });
}

/** Claim against evidence, and evidence against evidence of another article. A claim's own figures are not compared. */
function pairs(held: Held[]): [Held, Held][] {
  return held.flatMap((a, i) =>
    held
      .slice(i + 1)
      .filter(
        (b) =>
          (a.articleId === null) !== (b.articleId === null) ||
          (a.articleId !== null && a.articleId !== b.articleId),
      )
      .filter((b) => a.figure.id !== b.figure.id)
      .map((b): [Held, Held] => [a, b]),
  );
}
