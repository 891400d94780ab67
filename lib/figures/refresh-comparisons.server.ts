import "server-only";
import { Prisma, rowsOf, sendLater, type Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { toFigure } from "../claims/to-figure";
import { compareFigures } from "./compare-figures";
import type { Figure } from "./figure";
import { isSameReport } from "./same-report";
import type { ConfirmedEdge } from "./same-report";

type Comparison = Prisma.ComparisonGetPayload<object>;
type HeldRow = Parameters<typeof toFigure>[0] & Pick<Held, "isClaim" | "articleId">;
/** A figure and the article it stands in; for a figure of the claim, the article the claim was found in, if known. */
type Held = { figure: Figure; isClaim: boolean; articleId: string | null };

const figureColumns = Prisma.sql`f.id, f.low, f.high, f.bound, f.measure, f.unit, f."periodFrom", f."periodTo", f.scope,
  f."asOf", f.verbatim, f.start, f."end"`;

/** The claim's figures and those of its evidence. */
async function heldFigures(tx: Tx, claimId: string): Promise<Held[]> {
  const rows = await rowsOf<HeldRow>(
    tx,
    Prisma.sql`
      SELECT ${figureColumns}, true AS "isClaim", q."articleId" FROM figure f JOIN claim c ON c.id = f."claimId"
        LEFT JOIN quote q ON q.id = c."appearanceQuoteId" WHERE c.id = ${claimId}
      UNION ALL SELECT ${figureColumns}, false, e."articleId" FROM evidence e JOIN figure f ON f."quoteId" = e."quoteId"
        WHERE e."claimId" = ${claimId} AND e."removedAt" IS NULL`,
  );
  return rows.map(({ isClaim, articleId, ...row }) => ({ figure: toFigure(row), isClaim, articleId }));
}

/** Every attribution that is confirmed for the claim, on the way upstream from articles that figures stand in; a cycle ends the walk. */
async function confirmedUpstream(tx: Tx, claimId: string): Promise<ConfirmedEdge[]> {
  return rowsOf<ConfirmedEdge>(
    tx,
    Prisma.sql`
      WITH RECURSIVE upstream AS (
        SELECT e."articleId" AS "toArticleId", NULL AS id, NULL AS "from", NULL AS "to", NULL AS type
          FROM evidence e JOIN figure f ON f."quoteId" = e."quoteId" WHERE e."claimId" = ${claimId} AND e."removedAt" IS NULL
        UNION SELECT q."articleId", NULL, NULL, NULL, NULL FROM figure f JOIN claim c ON c.id = f."claimId"
          JOIN quote q ON q.id = c."appearanceQuoteId" WHERE c.id = ${claimId}
        UNION SELECT a."toArticleId", a.id, a."fromArticleId", coalesce(a."toArticleId", a."toOriginId", a."fromArticleId"), a.type
          FROM upstream u JOIN attribution a ON a."fromArticleId" = u."toArticleId"
          LEFT JOIN claim_attribution ca ON ca."attributionId" = a.id AND ca."claimId" = ${claimId} AND ca.status <> 'withdrawn'
          WHERE coalesce(ca.status, a.status) = 'confirmed')
      SELECT DISTINCT id, "from", "to", type FROM upstream WHERE id IS NOT NULL`,
  );
}

const comparisonsOf = (tx: Tx, claimId: string) =>
  rowsOf<Comparison>(
    tx,
    Prisma.sql`
      SELECT id, "claimId", "aId", "bId", class, explanation, "sameReport", status, "decidedById", "decidedAt"
      FROM comparison WHERE "claimId" = ${claimId}`,
  );

/**
 * Compares each figure of the evidence with each of the claim, and those of different articles with each other. New pairs
 * are suggested; pairs whose figures are gone go; suggestions follow the attributions; what a person confirmed stays.
 */
export async function refreshComparisons(tx: Tx, claimId: string): Promise<void> {
  const [held, edges, all] = await Promise.all([
    heldFigures(tx, claimId),
    confirmedUpstream(tx, claimId),
    comparisonsOf(tx, claimId),
  ]);
  const ids = new Set(held.map(({ figure }) => figure.id));
  const isGone = ({ aId, bId }: Comparison) => !ids.has(aId) || !ids.has(bId);
  const gone = all.filter(isGone).map(({ id }) => id);
  if (gone.length > 0) await tx.comparison.deleteMany({ where: { id: { in: gone } } });
  const kept = all.filter((row) => !isGone(row));
  const known = new Map(kept.map((row) => [`${row.aId} ${row.bId}`, row]));
  const found = comparedPairs(held, edges);
  await suggestPairs(
    tx,
    claimId,
    found.filter(({ aId, bId }) => !known.has(`${aId} ${bId}`)),
  );
  for (const now of found) {
    const before = known.get(`${now.aId} ${now.bId}`);
    if (before) await renew(tx, before, now);
  }
}

async function suggestPairs(tx: Tx, claimId: string, pairs: readonly Compared[]): Promise<void> {
  if (pairs.length === 0) return;
  const rows = pairs.map((pair) => ({ id: newId(), claimId, ...pair }));
  await sendLater(
    tx,
    Prisma.sql`
      INSERT INTO comparison (id, "claimId", "aId", "bId", class, explanation, "sameReport")
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS c(id text, "claimId" text, "aId" text, "bId" text,
        class text, explanation text, "sameReport" boolean) ON CONFLICT DO NOTHING`,
  );
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
