"use client";

import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ClaimRowDto } from "@/lib/claims/dto";
import { queueApiQuery, type QueueFilters } from "@/lib/claims/queue-query";
import { LatestMap, mostListsKept } from "@/lib/core/latest-map";

type Kept = { more: ClaimRowDto[]; cursor: string | null };

/** What was loaded of each account's list in this tab, so that coming back finds the same length and the same place. */
const kept = new LatestMap<Kept>(mostListsKept);

const pageSize = 100;

const none: Kept = { more: [], cursor: null };

/** So many rows are looked through for a claim that was in hand or selected; one further down is not brought back. */
const mostSought = 1_000;

export type LoadState = "idle" | "loading" | "failed";

/**
 * The rows of a list: the first page as the server rendered it, then what was loaded as the person went on. `sought` are
 * claims that the address names: when they stand further down, the list is loaded as far as they are. `place`: whose list it
 * is, and which.
 */
export function useQueueRows(
  { filters, place }: { filters: QueueFilters; place: string },
  first: readonly ClaimRowDto[],
  nextCursor: string | null,
  sought: readonly string[],
) {
  const [{ more, cursor: keptCursor }, setLoaded] = useState<Kept>(
    () => kept.get(place) ?? { more: [], cursor: null },
  );
  const cursor = more.length === 0 ? nextCursor : keptCursor;
  const [soughtFirst] = useState(() => (kept.get(place) ? [] : sought));
  const begins = notAmong(first, soughtFirst).length > 0 ? "loading" : "idle";
  const { load, isLoading, ask } = useAsking(setLoaded, begins);

  useEffect(() => {
    kept.set(place, { more, cursor });
  }, [place, more, cursor]);

  const loadMore = useCallback(async () => {
    if (cursor === null || isLoading.current) return;
    await ask(async () => {
      const page = await fetchPage(filters, cursor);
      return (before) => ({ more: [...before.more, ...page.items], cursor: page.nextCursor });
    });
  }, [filters, cursor, isLoading, ask]);

  // Another rendering of the first page may end elsewhere, and rows below it may have come or gone: the same length is
  // fetched once more from its end, and takes the place of what was loaded.
  const stillSought = useRef(soughtFirst);
  const loaded = useRef(more.length);
  useEffect(() => {
    loaded.current = more.length;
  }, [more]);
  const askAnew = useCallback(
    (missing: readonly string[]) =>
      void ask(async () => {
        const rows =
          nextCursor === null ? none : await fetchRows(filters, nextCursor, loaded.current, missing);
        return () => rows;
      }),
    [filters, nextCursor, ask],
  );
  useEffect(() => {
    const length = loaded.current;
    const missing = notAmong(first, stillSought.current);
    stillSought.current = [];
    if (length === 0 && missing.length === 0) return;
    askAnew(missing);
  }, [first, askAnew]);

  /** Brings claims into the list that may stand further down. */
  const seek = useCallback(
    (ids: readonly string[]) => {
      const missing = notAmong(first, ids);
      if (missing.length > 0) askAnew(missing);
    },
    [first, askAnew],
  );

  /** Shows claims as they are now, without asking for the list again. */
  const patch = useCallback((changed: ReadonlyMap<string, Partial<ClaimRowDto>>) => {
    setLoaded((before) => ({
      ...before,
      more: before.more.map((row) => ({ ...row, ...changed.get(row.id) })),
    }));
  }, []);

  const rows = useMemo(() => onceEach([...first, ...more]), [first, more]);
  return { rows, hasMore: cursor !== null, load, loadMore, seek, patch };
}

/** A row that somebody moved while the list was read comes once more on a later page: it stands once, as it came first. */
function onceEach(rows: readonly ClaimRowDto[]): ClaimRowDto[] {
  const seen = new Set<string>();
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id));
}

const notAmong = (rows: readonly ClaimRowDto[], ids: readonly string[]) =>
  ids.filter((id) => !rows.some((row) => row.id === id));

/** Asks for rows and says how that goes; of two askings the later one counts, as the earlier is of a list that is no more. */
function useAsking(setLoaded: (change: (before: Kept) => Kept) => void, begins: LoadState) {
  const [load, setLoad] = useState(begins);
  const asking = useRef(0);
  const isLoading = useRef(false);
  useEffect(() => {
    isLoading.current = load === "loading";
  }, [load]);
  const ask = useCallback(
    async (fetched: () => Promise<(before: Kept) => Kept>) => {
      const mine = (asking.current += 1);
      isLoading.current = true;
      setLoad("loading");
      const change = await fetched().catch(() => null);
      if (mine !== asking.current) return;
      // Many rows at once are drawn between the keys of whoever goes on meanwhile.
      startTransition(() => {
        if (change) setLoaded(change);
        setLoad(change ? "idle" : "failed");
      });
    },
    [setLoaded],
  );
  return { load, isLoading, ask };
}

async function fetchPage(
  filters: QueueFilters,
  cursor: string,
): Promise<{ items: ClaimRowDto[]; nextCursor: string | null }> {
  const answer = await fetch(`/api/v1/claims?${queueApiQuery(filters, cursor, pageSize)}`);
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as { items: ClaimRowDto[]; nextCursor: string | null };
}

/** As many rows from the cursor on, and on to the last of those sought as far as that is within reason. */
async function fetchRows(
  filters: QueueFilters,
  from: string,
  length: number,
  sought: readonly string[],
): Promise<Kept> {
  const more: ClaimRowDto[] = [];
  const missing = new Set(sought);
  let cursor: string | null = from;
  while (cursor !== null && (more.length < length || (missing.size > 0 && more.length < mostSought))) {
    const page = await fetchPage(filters, cursor);
    more.push(...page.items);
    for (const { id } of page.items) missing.delete(id);
    cursor = page.nextCursor;
  }
  return { more, cursor };
}
