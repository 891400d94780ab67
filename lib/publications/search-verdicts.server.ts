import "server-only";
import { db } from "../core/db.server";
import { findVerdicts, type FoundPage, type VerdictFilter } from "./list-verdicts.server";
import type { PageAsk } from "./queries";
import { readQuery, soughtWords, withSpelling, type SearchQuery } from "./search-query";
import { asLatin, isSpelt } from "./search-words";
import { rightSpelling, type Candidate } from "./spelling";

export type SearchAsk = PageAsk & { query: string; filter: VerdictFilter; skipped?: number };

export type SearchFound = FoundPage & {
  /** The query that was answered, when the one that was typed found nothing and a word of it was put right. */
  corrected: { text: string; changed: boolean }[] | null;
};

const nothing: FoundPage = { items: [], newer: null, older: null, total: 0, forms: new Set() };

/**
 * Verdicts that stand and have the words of a query, with the filters. When nothing has them, misspelt words are put right
 * by the words in print, and the answer says so. A query without any word (“?!”) finds nothing.
 */
export async function searchVerdicts(ask: SearchAsk): Promise<SearchFound> {
  const { query, filter } = ask;
  const read = readQuery(query);
  if (query.trim() !== "" && read.all.length === 0) return { ...nothing, corrected: null };
  const found = await findVerdicts(read, soughtWords(read), filter, ask);
  if (found.items.length > 0 || read.all.length === 0) return { ...found, corrected: null };
  const corrected = await putRight(query, read);
  if (!corrected) return { ...found, corrected: null };
  const again = readQuery(corrected.map(({ text }) => text).join(""));
  const better = await findVerdicts(again, soughtWords(again), filter, ask);
  return better.items.length > 0 ? { ...better, corrected } : { ...found, corrected: null };
}

type Row = Candidate & { misspelt: string };

/** The query with those words put right that stand in no verdict; null when there is nothing to put right. */
async function putRight(query: string, read: SearchQuery): Promise<SearchFound["corrected"]> {
  const words = soughtWords(read).filter(isSpelt);
  const near = words.map(asLatin);
  // Only words of verdicts that stand: a word of a retracted one is still in the table and must not be proposed.
  const rows = await db().$queryRaw<Row[]>`
    SELECT t.word AS misspelt, w.word, w.shown,
      (SELECT count(*)::int FROM publication_listing l WHERE l.words @@ search_term(w.word)) AS verdicts
    FROM unnest(${words}::text[], ${near}::text[]) AS t(word, near) CROSS JOIN LATERAL near_words(t.near) w
    WHERE NOT EXISTS (SELECT 1 FROM publication_listing l WHERE l.words @@ search_term(t.word))`;
  const right = new Map<string, string>();
  for (const word of words) {
    const candidates = rows.filter(({ misspelt }) => misspelt === word);
    const spelling = rightSpelling(word, candidates);
    if (spelling !== null) right.set(word, spelling);
  }
  return right.size === 0 ? null : withSpelling(query, read, right);
}
