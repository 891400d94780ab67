import "server-only";
import { Prisma, rowsOf, type Tx } from "../../core/db.server";
import type { knownNames } from "../known-names.server";
import { addEdge } from "../mentioned-article.server";
import { comparedArticles } from "../reuse/compared-articles.server";
import { findReuse } from "../reuse/find-reuse";
import { isRare, type Frequencies } from "../reuse/rare-terms";
import { daysOfOneNews, isWithinDays } from "../reuse/publication-order";
import { articlesSharingTerms, type Sharing } from "../reuse/sketch.server";
import { textFacts } from "../reuse/text-facts";

type Captured = {
  sketch: { articleId: string; terms: string[] };
  sharing: readonly Sharing[];
  publishedAt: string | null;
};

/** Articles compared for one capture; the index has ranked them. */
const mostCompared = 12;

/**
 * Suggests which articles of the desk this one copies, rewrites or shares an owner, statement or dataset with, and which
 * of them do so with this one: whichever was captured first. Only articles that the index finds are compared.
 */
export async function suggestReuse(
  tx: Tx,
  captured: Captured,
  frequencies: Frequencies,
  names: Awaited<ReturnType<typeof knownNames>>,
): Promise<void> {
  const { articleId, terms } = captured.sketch;
  const rare = terms.filter((key) => isRare({ key }, frequencies));
  const sharingTerms = await articlesSharingTerms(tx, articleId, rare, mostCompared);
  const inTime = sharingTerms.filter((one) =>
    isWithinDays(captured.publishedAt, one.publishedAt, daysOfOneNews),
  );
  const ids = [...captured.sharing, ...inTime].map((one) => one.articleId);
  const others = [...new Set(ids)].slice(0, mostCompared);
  if (others.length === 0) return;
  const [articles, between] = await Promise.all([
    comparedArticles(tx, [articleId, ...others], names),
    edgesBetween(tx, articleId, others),
  ]);
  const facts = new Map(articles.map((article) => [article.id, textFacts(article)]));
  const self = facts.get(articleId);
  if (!self) return;
  const ranked = others.flatMap((other) => facts.get(other) ?? []);
  for (const finding of findReuse(self, ranked, frequencies)) {
    if (isSettled(finding, between)) continue;
    const { type, fromId, toId, rule, words } = finding;
    await addEdge(tx, {
      type,
      fromArticleId: fromId,
      toArticleId: toId,
      toOriginId: null,
      rule,
      ruleQuote: words.slice(0, 2_000),
    });
  }
}

type Ends = { type: string; fromId: string; toId: string };
type Known = Ends & { status: string };

/** What is said already, by rules or people, of an article and each of the others. */
async function edgesBetween(tx: Tx, articleId: string, others: readonly string[]): Promise<Known[]> {
  const ids = [...others];
  return rowsOf<Known>(
    tx,
    Prisma.sql`
      SELECT type, "fromArticleId" AS "fromId", "toArticleId" AS "toId", status FROM attribution
      WHERE ("fromArticleId" = ${articleId} AND "toArticleId" = ANY (${ids}::text[]))
        OR ("toArticleId" = ${articleId} AND "fromArticleId" = ANY (${ids}::text[]))`,
  );
}

/** The same relation is there the other way round; or the article is known to credit the one it would be a hidden rewrite of. */
function isSettled({ type, fromId, toId }: Ends, between: readonly Known[]): boolean {
  return between.some((known) => {
    if (known.fromId === toId && known.toId === fromId) return known.type === type;
    const isCredit = known.type === "cites" || known.type === "republishes";
    return (
      type === "uncredited-rewrite" &&
      known.fromId === fromId &&
      known.toId === toId &&
      isCredit &&
      known.status !== "rejected"
    );
  });
}
