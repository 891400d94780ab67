import "server-only";
import type { Tx } from "../../core/db.server";
import type { knownNames } from "../known-names.server";
import { addEdge } from "../mentioned-article.server";
import { comparedArticles } from "../reuse/compared-articles.server";
import { compareOrigins, type SharedOrigin } from "../reuse/compare-origins";
import { compareTexts, type ReuseFinding } from "../reuse/compare-texts";
import { isRare, type Frequencies } from "../reuse/rare-terms";
import { daysOfOneNews, isWithinDays } from "../reuse/publication-order";
import { articlesSharingTerms, type Sharing } from "../reuse/sketch.server";
import { textFacts } from "../reuse/text-facts";

type Captured = {
  sketch: { articleId: string; terms: string[] };
  sharing: readonly Sharing[];
  publishedAt: string | null;
};

/** Articles read in full for one capture; the index has ranked them. */
const mostCompared = 12;
/** Suggestions of one type for one capture; the nearest texts come first. */
const mostOfOneType = 4;

/**
 * Suggests which articles of the desk this one copies, rewrites or shares an owner, statement or dataset with, and which
 * of them do so with this one: whichever was captured first. Only articles that the index finds are read.
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
  const articles = (await comparedArticles(tx, [articleId, ...others], names)).map(textFacts);
  const self = articles.find(({ id }) => id === articleId);
  if (!self) return;
  const ranked = others.flatMap((other) => articles.filter(({ id }) => id === other));
  const found = ranked.flatMap((other): (ReuseFinding | SharedOrigin)[] => {
    const reuse = compareTexts(self, other, frequencies);
    return [...(reuse ? [reuse] : []), ...compareOrigins(self, other, frequencies)];
  });
  for (const finding of firstOfEach(found)) await keepFinding(tx, finding);
}

/** A wire story that forty outlets print need not be compared by a person forty times. */
function firstOfEach<T extends { type: string }>(found: readonly T[]): T[] {
  const count = new Map<string, number>();
  return found.filter(({ type }) => {
    const before = count.get(type) ?? 0;
    count.set(type, before + 1);
    return before < mostOfOneType;
  });
}

async function keepFinding(
  tx: Tx,
  { type, fromId, toId, rule, words }: ReuseFinding | SharedOrigin,
): Promise<void> {
  if (await isSettled(tx, type, fromId, toId)) return;
  await addEdge(tx, {
    type,
    fromArticleId: fromId,
    toArticleId: toId,
    toOriginId: null,
    rule,
    ruleQuote: words.slice(0, 2_000),
  });
}

/** The same relation is there the other way round; or the article is known to credit the one it would be a hidden rewrite of. */
async function isSettled(tx: Tx, type: string, fromId: string, toId: string): Promise<boolean> {
  const credited = { fromArticleId: fromId, toArticleId: toId, type: { in: ["cites", "republishes"] } };
  const there = await tx.attribution.count({
    where: {
      OR: [
        { type, fromArticleId: toId, toArticleId: fromId },
        ...(type === "uncredited-rewrite" ? [{ ...credited, status: { not: "rejected" } }] : []),
      ],
    },
  });
  return there > 0;
}
