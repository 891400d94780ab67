import "server-only";
import { setImmediate } from "node:timers/promises";
import { db, type Reader } from "../core/db.server";
import { driftFinders, type QuoteDrift } from "../quotes/drift";
import type { Look } from "./look-at-source.server";

/** The article's quotes with the words of the copies they were taken from, in the order in which looks tell of them. */
export function quotesToCompare(reader: Reader, articleId: string) {
  return reader.quote.findMany({
    where: { articleId, exact: { not: null } },
    include: { capture: { select: { fullText: true } } },
    orderBy: { id: "asc" },
  });
}

type Quote = Awaited<ReturnType<typeof quotesToCompare>>[number];

/** What became of quotes in one look, by all that it was worked out from. */
export type DriftAhead = ReadonlyMap<string, QuoteDrift>;

/** Copies never change, but their words may be taken out. */
function keyOf({ id, exact, prefix, suffix, start, end, captureId, capture }: Quote): string {
  return JSON.stringify([id, exact, prefix, suffix, start, end, captureId, capture?.fullText == null]);
}

/** The words that a look compares with; null when it saw none. */
function wordsOf(look: Look): string | null {
  if (look.kind === "failed") return null;
  return look.kind === "read" ? look.read.extraction.fullText : look.copy.fullText;
}

/**
 * Compares an article's quotes with what a look found, before the transaction that keeps it: many quotes of a long page that
 * was rewritten take seconds. Lets others go on between two of them.
 */
export async function driftAhead(articleId: string, look: Look): Promise<DriftAhead> {
  const compare = comparer(look, new Map());
  const found = new Map<string, QuoteDrift>();
  if (!compare) return found;
  for (const quote of await quotesToCompare(db(), articleId)) {
    found.set(keyOf(quote), compare(quote));
    await setImmediate();
  }
  return found;
}

/** What became of one quote in this look, taken from `ahead` where nothing of it changed; null when the look saw no words. */
export function comparer(look: Look, ahead: DriftAhead): ((quote: Quote) => QuoteDrift) | null {
  const words = wordsOf(look);
  if (words === null) return null;
  let find: ReturnType<typeof driftFinders> | undefined;
  return (quote) => {
    const known = ahead.get(keyOf(quote));
    if (known) return known;
    find ??= driftFinders(words);
    const { exact, prefix, suffix, start, end, capture } = quote;
    return find({ exact: exact!, prefix, suffix, start: start!, end: end! }, capture?.fullText ?? null);
  };
}
