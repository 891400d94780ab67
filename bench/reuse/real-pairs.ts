import { compareTexts } from "../../lib/attributions/reuse/compare-texts";
import { factsOf } from "./score-pairs";

const daysApart = 3;

/**
 * Real articles of different outlets about one campaign, at most three days apart, each pair compared. Nearly all are
 * independent reports; those that are called copies are returned with their reason, to be read.
 */
export function scoreRealPairs(rows: readonly { article: string; text: string; outlet: string }[]): {
  pairs: number;
  called: string[];
} {
  const articles = [...new Map(rows.map((row) => [row.article, row])).values()].map(
    ({ article, text, outlet }) => {
      const publishedAt = article.split("_")[1] ?? null;
      return factsOf(article, { text, outlet, language: "en", publishedAt });
    },
  );
  const holding = new Map<string, number>();
  for (const { terms } of articles)
    for (const { key } of terms) holding.set(key, (holding.get(key) ?? 0) + 1);
  const frequencies = { articles: articles.length, holding };
  let pairs = 0;
  const called: string[] = [];
  articles.forEach((a, at) => {
    for (const b of articles.slice(at + 1)) {
      const days = Math.abs(Date.parse(a.publishedAt ?? "") - Date.parse(b.publishedAt ?? "")) / 86_400_000;
      if (a.outlet === b.outlet || !(days <= daysApart)) continue;
      pairs += 1;
      const found = compareTexts(a, b, frequencies);
      if (found) called.push(`${found.fromId} → ${found.toId}: ${found.words}`);
    }
  });
  return { pairs, called };
}
