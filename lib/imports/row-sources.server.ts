import "server-only";
import type { Sight } from "../access/viewer";
import { articlesAt, type ArticleAt } from "../articles/articles-at.server";
import { openStates } from "../claims/vocabulary";
import { db } from "../core/db.server";
import { Lru } from "../core/lru";
import { registerArticleCache } from "../core/article-caches";
import { sha256Hex } from "../publications/canonical";
import { foldedWords } from "../quotes/fold";
import { countPlaces } from "../quotes/match-quote";
import type { PlannedRow } from "./plan-rows";
import type { Outcome } from "./preview";
import type { PageState, QuoteState, RowSource } from "./row-source";

/** So many texts of captures are held at a time. */
const textsAtOnce = 25;

/**
 * How quotes stand in captures: texts do not change but by being taken out, and the page of a sheet is drawn again every few
 * seconds while pages are fetched. Five sheets of as many rows as there may be.
 */
const lookedUp = new Lru<QuoteState>(10_000, 24 * 60 * 60 * 1000);
registerArticleCache(() => lookedUp.clear());

/**
 * What became of the pages and quotes of the rows that went through, by the row's line, of rows with an address. Writes
 * nothing; it looks for the words as `addEvidence` will, of rows after the line `quotesAfter`, of none where that is null:
 * texts of pages are long.
 */
export async function sourcesOf(
  viewer: Sight,
  { planned, outcomes }: { planned: readonly PlannedRow[]; outcomes: readonly Outcome[] },
  { quotesAfter }: { quotesAfter: number | null } = { quotesAfter: 0 },
): Promise<Map<number, RowSource>> {
  const claimOf = new Map(outcomes.map(({ line, claimId }) => [line, claimId]));
  const rows = planned.filter(({ line, source }) => claimOf.get(line) && source.url !== null);
  if (rows.length === 0) return new Map();
  const claimIds = [...new Set(rows.map(({ line }) => claimOf.get(line)!))];
  const [articles, closed, logged] = await Promise.all([
    articlesAt(
      viewer,
      rows.map(({ source }) => source.url!),
    ),
    closedAmong(claimIds),
    quotesOn(claimIds),
  ]);
  const sources = new Map<number, RowSource>();
  const lookedFor: { row: PlannedRow; captureId: string }[] = [];
  for (const row of rows) {
    const [url, claimId] = [row.source.url!, claimOf.get(row.line)!];
    const article = articles.get(url);
    const { page, captureId } = pageOf(article);
    const quote = row.source.quote;
    const isLogged = quote !== null && article !== undefined && logged.has(keyOf(claimId, article.id, quote));
    sources.set(row.line, {
      line: row.line,
      claimId,
      url,
      articleId: article?.id ?? null,
      page,
      failure: page === "failed" ? (article?.failureMessage ?? null) : null,
      quote: isLogged ? "logged" : captureId && quote && closed.has(claimId) ? "closed" : null,
    });
    if (captureId && quote && !isLogged && !closed.has(claimId)) lookedFor.push({ row, captureId });
  }
  const asked = quotesAfter === null ? [] : lookedFor.filter(({ row }) => row.line > quotesAfter);
  for (const [line, quote] of await lookFor(asked)) sources.get(line)!.quote = quote;
  return sources;
}

function pageOf(article: ArticleAt | undefined): { page: PageState; captureId: string | null } {
  if (!article) return { page: "mentioned", captureId: null };
  const page = article.state as PageState;
  return { page, captureId: page === "captured" ? article.currentCaptureId : null };
}

async function closedAmong(claimIds: string[]): Promise<Set<string>> {
  const rows = await db().claim.findMany({
    where: { id: { in: claimIds }, state: { notIn: [...openStates] } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

async function quotesOn(claimIds: string[]): Promise<Set<string>> {
  const rows = await db().evidence.findMany({
    where: { claimId: { in: claimIds }, removedAt: null },
    select: { claimId: true, articleId: true, quote: { select: { exact: true } } },
  });
  return new Set(
    rows.flatMap(({ claimId, articleId, quote }) =>
      quote.exact === null ? [] : [keyOf(claimId, articleId, quote.exact)],
    ),
  );
}

const keyOf = (claimId: string, articleId: string, words: string) =>
  [claimId, articleId, foldedWords(words)].join("\n");

type Asked = { row: PlannedRow; captureId: string };

async function lookFor(asked: readonly Asked[]): Promise<[number, QuoteState][]> {
  const known = asked.map((one) => ({ ...one, state: lookedUp.get(keyOfLook(one), Date.now()) }));
  const found = known.flatMap(({ row, state }): [number, QuoteState][] => (state ? [[row.line, state]] : []));
  return [...found, ...(await lookAnew(known.filter(({ state }) => state === undefined)))];
}

async function lookAnew(asked: readonly Asked[]): Promise<[number, QuoteState][]> {
  const ids = [...new Set(asked.map(({ captureId }) => captureId))];
  const answers: [number, QuoteState][] = [];
  for (let at = 0; at < ids.length; at += textsAtOnce) {
    const captures = await db().capture.findMany({
      where: { id: { in: ids.slice(at, at + textsAtOnce) } },
      select: { id: true, fullText: true },
    });
    for (const { id, fullText } of captures)
      for (const one of asked) {
        if (one.captureId !== id) continue;
        const state = standingIn(fullText ?? "", one.row.source.quote!);
        lookedUp.set(keyOfLook(one), state, Date.now());
        answers.push([one.row.line, state]);
      }
  }
  return answers;
}

const keyOfLook = ({ row, captureId }: Asked) => `${captureId} ${sha256Hex(row.source.quote!)}`;

function standingIn(text: string, exact: string): QuoteState {
  const places = countPlaces(text, { exact });
  return places === 0 ? "not-there" : places === 1 ? "found" : "several";
}
