import "server-only";
import type { Prisma, Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { toFigure } from "../claims/to-dossier";
import { confirmedOn } from "../attributions/confirmed-on.server";
import { compareFigures } from "./compare-figures";
import type { Figure } from "./figure";

type Comparison = Prisma.ComparisonGetPayload<object>;
type Held = { figure: Figure; articleId: string | null };

/** Articles that lean on one report by a confirmed attribution, and the report itself, carry the same report. */
async function reportOf(tx: Tx, claimId: string, articleIds: string[]): Promise<Map<string, string>> {
  const edges = await tx.attribution.findMany({
    where: {
      fromArticleId: { in: articleIds },
      toArticleId: { not: null },
      ...confirmedOn(claimId),
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
 * are suggested; pairs whose figures are gone go; suggestions follow the attributions; what a person confirmed stays.
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
  const reports = await reportOf(tx, claimId, [...new Set(evidence.map(({ articleId }) => articleId))]);
  const ids = held.map(({ figure }) => figure.id);
  await tx.comparison.deleteMany({
    where: { claimId, OR: [{ aId: { notIn: ids } }, { bId: { notIn: ids } }] },
  });
  const kept = await tx.comparison.findMany({ where: { claimId } });
  const known = new Map(kept.map((row) => [`${row.aId} ${row.bId}`, row]));
  const found = comparedPairs(held, reports);
  const fresh = found.filter(({ aId, bId }) => !known.has(`${aId} ${bId}`));
  if (fresh.length > 0)
    await tx.comparison.createMany({
      data: fresh.map((row) => ({ id: newId(), claimId, ...row })),
      skipDuplicates: true,
    });
  for (const now of found) {
    const before = known.get(`${now.aId} ${now.bId}`);
    if (before) await renew(tx, before, now);
  }
}

type Compared = Pick<Comparison, "aId" | "bId" | "class" | "explanation" | "sameReport">;

function comparedPairs(held: Held[], reports: ReadonlyMap<string, string>): Compared[] {
  return pairs(held).flatMap(([a, b]) => {
    const [first, second] = a.articleId !== null && a.figure.id > b.figure.id ? [b, a] : [a, b];
    const sameReport =
      first.articleId !== null &&
      second.articleId !== null &&
      reports.get(first.articleId) === reports.get(second.articleId);
    const compared = compareFigures(first.figure, second.figure, { sameReport });
    if (!compared) return [];
    const { class: found, explanation } = compared;
    return [{ aId: first.figure.id, bId: second.figure.id, class: found, explanation, sameReport }];
  });
}

/** Whether two articles have one report changes with the attributions; the class that a person confirmed does not. */
async function renew(tx: Tx, before: Comparison, now: Compared): Promise<void> {
  const { sameReport, explanation } = now;
  if (before.status === "confirmed" && before.class !== now.class) {
    if (before.sameReport !== sameReport)
      await tx.comparison.update({ where: { id: before.id }, data: { sameReport } });
    return;
  }
  if (before.sameReport === sameReport && before.explanation === explanation && before.class === now.class)
    return;
  await tx.comparison.update({
    where: { id: before.id },
    data: { sameReport, explanation, class: now.class },
  });
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
