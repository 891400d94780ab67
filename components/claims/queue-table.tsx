"use client";

import { useRouter } from "next/navigation";
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  useTransition,
  type ReactNode,
} from "react";
import type { ClaimRowDto } from "@/lib/claims/dto";
import type { QueueFilters } from "@/lib/claims/queue-query";
import { places } from "@/components/layout/places";
import { Button } from "@/components/ui/button";
import { PaginationNext } from "@/components/ui/pagination-next";
import { BulkBar } from "./bulk-bar";
import { focusRow } from "./focus-row";
import { QueueBody } from "./queue-body";
import { QueueChanged } from "./queue-changed";
import { QueueEmpty, type WhyEmpty } from "./queue-empty";
import { columnsOf, QueueHeads } from "./queue-head";
import { useBulk } from "./use-bulk";
import { usePrefetch } from "./use-prefetch";
import { useQueueKeys } from "./use-queue-keys";
import { useQueueRows, type LoadState } from "./use-queue-rows";
import { useBeginning, useQueueSelection } from "./use-queue-selection";
import { useReturnToPlace } from "./use-return-to-place";

type Props = {
  /** The first page, rendered on the server. */
  claims: ClaimRowDto[];
  nextCursor: string | null;
  /** The next page for whoever has no scripts. */
  nextHref: string | null;
  /** What the list shows, and the same as its address says it. */
  filters: QueueFilters;
  query: string;
  /** Whose desk it is: what a tab keeps of one account's lists is nothing to the next. */
  account: string;
  /** Rows in all as far as they were counted, for assistive tools; null when there are more than were counted. */
  total: number | null;
  /** How many claims wait for the person, where the list is of these. */
  waited: number | null;
  at: string | null;
  selected: readonly string[];
  people: readonly { id: string; name: string }[];
  /** Why there may be no rows. */
  empty: WhyEmpty;
  /** What else is said while the desk holds no claim. */
  beginning?: ReactNode;
  now: string;
};

const idsOf = (rows: readonly ClaimRowDto[]) => rows.map(({ id }) => id);

const never = () => () => {};
const useIsLive = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/** What the head and the foot of the list say of all of its rows; the same as long as these are. */
function useAllRows(
  rows: readonly ClaimRowDto[],
  selected: number,
  select: (ids: readonly string[], isOn: boolean) => void,
) {
  const all = useMemo(
    () => ({ count: rows.length, selected, onToggle: (isOn: boolean) => select(idsOf(rows), isOn) }),
    [rows, selected, select],
  );
  const topics = useMemo(() => [...new Set(rows.flatMap((row) => row.topics))].sort(), [rows]);
  return { all, topics };
}

/** Claims where the list has the page to itself: keys, selection, and what is done to many at once. */
export function QueueTable(props: Props) {
  const { filters, query, now, people } = props;
  const router = useRouter();
  const [isRefreshing, refresh] = useTransition();
  const isLive = useIsLive();
  const place = `${props.account}:${query}`;
  const begins = useBeginning(place, props);
  const { rows, hasMore, load, loadMore, seek, patch } = useQueueRows(
    { filters, place },
    props.claims,
    props.nextCursor,
    begins.at === null ? begins.selected : [begins.at, ...begins.selected],
  );
  const { at, atId, setAt, selected, gone, select } = useQueueSelection(place, rows, begins, seek);
  const table = useRef<HTMLTableElement>(null);
  const [wanted, setWanted] = useState<number | null>(null);
  const [pointedAt, setPointedAt] = useState<string | null>(null);
  const bulk = useBulk((changed, failedIds, isRefused) => {
    patch(changed);
    select(
      [...changed.keys()].filter((id) => !failedIds.includes(id)),
      false,
    );
    // What was refused for who asks is said here: the list that comes may be another account's, without it.
    if (!isRefused) router.refresh();
  });
  const chosen = useMemo(() => rows.filter(({ id }) => selected.has(id)), [rows, selected]);
  // A drawn row has the focus at once: the next key may come before the list is drawn again.
  const onWanted = (index: number) => setWanted(focusRow(table.current, rows[index]?.id) ? null : index);
  const move = useQueueKeys({ rows, at, selected, setAt, select, onWanted, loadMore });
  const inHand = atId === null ? null : rows[at];
  const near = [inHand, inHand ? rows[at + 1] : rows[0]].flatMap((row) => row?.id ?? []);
  usePrefetch((pointedAt ? [pointedAt] : near).map((id) => places.claimIn(id, query)));
  const settle = useReturnToPlace(table, { rows, atId, beganAt: begins.at, place }, setWanted);
  const onHand = useCallback((id: string) => setAt(id), [setAt]);
  const latest = useRef({ rows, at });
  useEffect(() => {
    latest.current = { rows, at };
  });
  const onToggle = useCallback(
    (id: string, isOn: boolean, isRange: boolean) => {
      const { rows: all, at: from } = latest.current;
      const to = all.findIndex((row) => row.id === id);
      const [low, high] = from < to ? [from, to] : [to, from];
      select(isRange ? all.slice(low, high + 1).map((row) => row.id) : [id], isOn);
      setAt(id);
    },
    [select, setAt],
  );
  // The focus has moved at once: which row Tab reaches is drawn between the keys of whoever runs down the list.
  const drawnAt = useDeferredValue(at);
  const onShown = useCallback(() => {
    setWanted(null);
    settle();
  }, [settle]);
  const columns = useMemo(() => columnsOf(rows, filters.sort), [rows, filters.sort]);
  const { all, topics } = useAllRows(rows, chosen.length, select);
  if (rows.length === 0) return <QueueEmpty why={props.empty} wide beginning={props.beginning} />;
  return (
    <>
      <QueueChanged
        shown={props.claims}
        rows={rows}
        waited={props.waited}
        isPending={isRefreshing}
        onShow={() => refresh(() => router.refresh())}
      />
      <table
        ref={table}
        aria-label="Claims"
        aria-rowcount={props.total === null ? -1 : props.total + 1}
        className="w-full table-fixed border-collapse border-b"
        onPointerOver={(event) => {
          const row = (event.target as Element).closest("tr")?.querySelector<HTMLElement>("a[data-row]");
          setPointedAt(row?.dataset.row ?? null);
        }}
        onPointerLeave={() => setPointedAt(null)}
        onKeyDown={(event) => {
          setPointedAt(null);
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (step && move(step)) event.preventDefault();
        }}
      >
        {/* The heads say how wide columns are; where they are out of sight, this one still is as narrow as its box. */}
        <colgroup>
          <col className="w-6" />
        </colgroup>
        <QueueHeads columns={columns} filters={filters} all={isLive ? all : null} />
        <QueueBody
          {...{ table, rows, query, now, isLive, selected, wanted, onHand, onToggle, onShown }}
          at={drawnAt}
          columns={columns.length + 2}
          sort={filters.sort}
          shown={columns.map(({ name }) => name).join(" ")}
          onEnd={hasMore && load === "idle" ? loadMore : null}
        />
      </table>
      {isLive ? <More load={load} onAgain={loadMore} /> : <PaginationNext href={props.nextHref} />}
      <BulkBar
        chosen={chosen}
        all={all}
        gone={isLive && load === "idle" ? gone.length : 0}
        hasMore={hasMore}
        people={people}
        topics={topics}
        state={bulk.state}
        onStart={(action) => bulk.start(chosen, action)}
        onUndo={bulk.undo}
        onStop={bulk.stop}
        onLeaveOut={() => select(gone, false)}
        onClose={bulk.close}
        onClear={() => {
          select([...selected], false);
          bulk.close();
        }}
      />
    </>
  );
}

function More({ load, onAgain }: { load: LoadState; onAgain: () => void }) {
  return (
    <div role="status" className="min-h-6 py-2 text-sm text-ink-3">
      {load === "loading" ? "More claims are coming …" : null}
      {load === "failed" ? (
        <span className="flex flex-wrap items-center gap-3 text-warn">
          The desk did not answer, so the list ends here for now. What is above still works.
          <Button small onClick={onAgain}>
            Try again
          </Button>
        </span>
      ) : null}
    </div>
  );
}
