"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ClaimRowDto } from "@/lib/claims/dto";
import { queueApiQuery, type QueueFilters } from "@/lib/claims/queue-query";
import { LatestMap, mostListsKept } from "@/lib/core/latest-map";

type Kept = { more: ClaimRowDto[]; cursor: string | null };

/** What was loaded of each list in this browser, so that coming back finds the same length and the same place. */
const kept = new LatestMap<Kept>(mostListsKept);

const pageSize = 100;

export type LoadState = "idle" | "loading" | "failed";

/** The rows of a list: the first page as the server rendered it, then what was loaded as the person went on. */
export function useQueueRows(
  { filters, query }: { filters: QueueFilters; query: string },
  first: readonly ClaimRowDto[],
  nextCursor: string | null,
) {
  const [{ more, cursor: keptCursor }, setLoaded] = useState<Kept>(
    () => kept.get(query) ?? { more: [], cursor: null },
  );
  const cursor = more.length === 0 ? nextCursor : keptCursor;
  const [load, setLoad] = useState<LoadState>("idle");
  const isLoading = useRef(false);

  useEffect(() => {
    kept.set(query, { more, cursor });
  }, [query, more, cursor]);

  const loadMore = useCallback(async () => {
    if (cursor === null || isLoading.current) return;
    isLoading.current = true;
    setLoad("loading");
    try {
      const page = await fetchPage(filters, cursor);
      setLoaded((before) => ({ more: [...before.more, ...page.items], cursor: page.nextCursor }));
      setLoad("idle");
    } catch {
      setLoad("failed");
    } finally {
      isLoading.current = false;
    }
  }, [filters, cursor]);

  // What was kept may be old by now: the same length is fetched once more, and takes its place.
  const wasKept = useRef(more.length);
  useEffect(() => {
    const length = wasKept.current;
    wasKept.current = 0;
    if (length === 0 || nextCursor === null) return;
    void fetchRows(filters, nextCursor, length).then(setLoaded, () => {});
  }, [filters, nextCursor]);

  /** Shows claims as they are now, without asking for the list again. */
  const patch = useCallback((changed: ReadonlyMap<string, Partial<ClaimRowDto>>) => {
    setLoaded((before) => ({
      ...before,
      more: before.more.map((row) => ({ ...row, ...changed.get(row.id) })),
    }));
  }, []);

  const rows = useMemo(() => {
    const seen = new Set(first.map(({ id }) => id));
    return [...first, ...more.filter(({ id }) => !seen.has(id))];
  }, [first, more]);
  return { rows, hasMore: cursor !== null, load, loadMore, patch };
}

async function fetchPage(
  filters: QueueFilters,
  cursor: string,
): Promise<{ items: ClaimRowDto[]; nextCursor: string | null }> {
  const answer = await fetch(`/api/v1/claims?${queueApiQuery(filters, cursor, pageSize)}`);
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as { items: ClaimRowDto[]; nextCursor: string | null };
}

async function fetchRows(filters: QueueFilters, from: string, length: number): Promise<Kept> {
  const more: ClaimRowDto[] = [];
  let cursor: string | null = from;
  while (cursor !== null && more.length < length) {
    const page = await fetchPage(filters, cursor);
    more.push(...page.items);
    cursor = page.nextCursor;
  }
  return { more, cursor };
}
