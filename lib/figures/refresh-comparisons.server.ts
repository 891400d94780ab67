import "server-only";
import type { Prisma, Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { toFigure } from "../claims/to-dossier";
import type { AttributionType } from "../claims/dossier";
import { confirmedOn } from "../attributions/confirmed-on.server";
import { compareFigures } from "./compare-figures";
import type { Figure } from "./figure";
import { isSameReport } from "./same-report";
import type { ConfirmedEdge } from "./same-report";

type Comparison = Prisma.ComparisonGetPayload<object>;
/** A figure and the article it stands in; for a figure of the claim, the article the claim was found in, if known. */
type Held = { figure: Figure; isClaim: boolean; articleId: string | null };

/** Longest way upstream that is followed, in steps; real chains have a handful. */
const STEPS_MAX = 12;

/** Every attribution that is confirmed for the claim on the way upstream from some articles. */
async function confirmedUpstream(
  tx: Tx,
  claimId: string,
  articleIds: readonly string[],
): Promise<ConfirmedEdge[]> {
  const edges: ConfirmedEdge[] = [];
  const seen = new Set(articleIds);
  let open = [...seen];
  for (let step = 0; step < STEPS_MAX && open.length > 0; step += 1) {
    const found = await tx.attribution.findMany({
      where: { fromArticleId: { in: open }, ...confirmedOn(claimId) },
      select: { fromArticleId: true, toArticleId: true, toOriginId: true, type: true },
      orderBy: { id: "asc" },
    });
    open = [];
    for (const { fromArticleId, toArticleId, toOriginId, type } of found) {
      const to = toArticleId ?? toOriginId ?? fromArticleId;
      edges.push({ from: fromArticleId, to, type: type as AttributionType });
      if (toArticleId === null || seen.has(toArticleId)) continue;
      seen.add(toArticleId);
      open.push(toArticleId);
    }
  }
  return edges;
}

/**
 * Compares each figure of the evidence with each of the claim, and those of different articles with each other. New pairs
 * are suggested; pairs whose figures are gone go; suggestions follow the attributions; what a person confirmed stays.
 */
export async function refreshComparisons(tx: Tx, claimId: string): Promise<void> {
  // One statement, not one a table: every piece of evidence waits for it.
  const claim = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: {
      figures: true,
      appearance: { select: { articleId: true } },
      evidence: {
        where: { removedAt: null },
        select: { articleId: true, quote: { select: { figures: true } } },
      },
      comparisons: true,
    },
    relationLoadStrategy: "join",
  });
  const appearedIn = claim.appearance?.articleId ?? null;
  const held: Held[] = [
    ...claim.figures.map((row) => ({ figure: toFigure(row), isClaim: true, articleId: appearedIn })),
    ...claim.evidence.flatMap(({ articleId, quote }) =>
      quote.figures.map((row) => ({ figure: toFigure(row), isClaim: false, articleId })),
    ),
  ];
  const articleIds = held.flatMap(({ articleId }) => (articleId === null ? [] : [articleId]));
  const edges = await confirmedUpstream(tx, claimId, articleIds);
  const ids = held.map(({ figure }) => figure.id);
  const all = claim.comparisons;
  const isGone = ({ aId, bId }: Comparison) => !ids.includes(aId) || !ids.includes(bId);
  const gone = all.filter(isGone).map(({ id }) => id);
  if (gone.length > 0) await tx.comparison.deleteMany({ where: { id: { in: gone } } });
  const kept = all.filter((row) => !isGone(row));
  const known = new Map(kept.map((row) => [`${row.aId} ${row.bId}`, row]));
  const found = comparedPairs(held, edges);
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

function comparedPairs(held: Held[], edges: readonly ConfirmedEdge[]): Compared[] {
  return pairs(held).flatMap(([a, b]) => {
    const [first, second] = !a.isClaim && a.figure.id > b.figure.id ? [b, a] : [a, b];
    const compared = compareFigures(first.figure, second.figure);
    if (!compared) return [];
    const { class: found, explanation } = compared;
    const sameReport =
      first.articleId !== null &&
      second.articleId !== null &&
      isSameReport(edges, first.articleId, second.articleId);
    return [{ aId: first.figure.id, bId: second.figure.id, class: found, explanation, sameReport }];
  });
}

/** Whether two articles have one report changes with the attributions; what a person confirmed and wrote does not. */
async function renew(tx: Tx, before: Comparison, now: Compared): Promise<void> {
  const { sameReport } = now;
  const data = before.status === "confirmed" ? { sameReport } : { ...now };
  const isSame = Object.entries(data).every(([key, value]) => before[key as keyof Comparison] === value);
  if (!isSame) await tx.comparison.update({ where: { id: before.id }, data });
}

/** Claim against evidence, and evidence against evidence of another article. A claim's own figures are not compared. */
function pairs(held: Held[]): [Held, Held][] {
  return held.flatMap((a, index) =>
    held
      .slice(index + 1)
      .filter((b) => (a.isClaim || b.isClaim ? a.isClaim !== b.isClaim : a.articleId !== b.articleId))
      .filter((b) => a.figure.id !== b.figure.id)
      .map((b): [Held, Held] => [a, b]),
  );
}
