"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { Fragment, memo, useEffect, useLayoutEffect, useState, type RefObject } from "react";
import type { ClaimRowDto } from "@/lib/claims/dto";
import type { QueueFilters } from "@/lib/claims/queue-query";
import { focusRow } from "./focus-row";
import { QueueRow, type RowHandlers } from "./queue-row";

type Props = RowHandlers & {
  table: RefObject<HTMLTableElement | null>;
  rows: readonly ClaimRowDto[];
  query: string;
  now: string;
  columns: number;
  sort: QueueFilters["sort"];
  /** The names of the columns. */
  shown: string;
  isLive: boolean;
  at: number;
  selected: ReadonlySet<string>;
  /** The row that is to have the focus, once it is there. */
  wanted: number | null;
  onShown: () => void;
  /** Asks for more rows; null when there are none, or they are on their way. */
  onEnd: (() => void) | null;
};

/** As many rows as are simply drawn; of longer lists only those in sight are. */
const mostDrawn = 100;
const usualHeight = 48;

/** What is in sight, before it is watched: without it a list that has grown long would draw nothing first, and all anew then. */
const inSightNow = () =>
  typeof window === "undefined"
    ? { width: 0, height: 0 }
    : { width: window.innerWidth, height: window.innerHeight };

/** How high rows are that were drawn while the list was short: where those above are left out, the others stay in place. */
function useHeights(
  table: RefObject<HTMLTableElement | null>,
  rows: readonly ClaimRowDto[],
  isWanted: boolean,
) {
  const [heights] = useState(() => new Map<number, number>());
  useEffect(() => {
    if (!isWanted) return;
    for (const row of table.current?.tBodies[0]?.rows ?? []) {
      const { index } = row.dataset;
      if (index !== undefined) heights.set(Number(index), row.offsetHeight || usualHeight);
    }
  }, [table, rows, isWanted, heights]);
  return heights;
}

/**
 * The rows of the queue: all of a short list, of a long one those in sight and some around them. They are drawn again only
 * when something of them changed.
 */
export const QueueBody = memo(function QueueBody(props: Props) {
  const { table, rows, wanted, onShown, onEnd, columns, at, selected } = props;
  const { query, now, sort, shown, isLive, onHand, onToggle } = props;
  const row = { query, now, sort, shown, isLive, onHand, onToggle };
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      const box = table.current?.tBodies[0]?.getBoundingClientRect();
      if (box) setTop(Math.round(box.top + window.scrollY));
    };
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, [table]);
  const isLong = rows.length > mostDrawn;
  const heights = useHeights(table, rows, !isLong);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => heights.get(index) ?? usualHeight,
    initialRect: inSightNow(),
    overscan: 12,
    // So many rows are drawn around those in sight that the next ones need not come before the next frame.
    useFlushSync: false,
    scrollMargin: top,
    enabled: isLong,
    getItemKey: (index) => rows[index]?.id ?? index,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const first = Math.max(0, startIndex - overscan);
      const last = Math.min(count - 1, endIndex + overscan);
      const inSight = Array.from({ length: last - first + 1 }, (_, index) => first + index);
      // The row in hand stays on the page, so that it keeps the focus however far one scrolls.
      return inSight.includes(at) || at >= count ? inSight : [...inSight, at].sort((a, b) => a - b);
    },
  });
  const items = isLong ? virtual.getVirtualItems() : null;
  const lastShown = items ? (items.at(-1)?.index ?? 0) : rows.length - 1;

  useEffect(() => {
    if (wanted === null) return;
    const row = rows[wanted];
    if (focusRow(table.current, row?.id)) onShown();
    else if (isLong && row) virtual.scrollToIndex(wanted, { align: "center" });
  });

  const isNearEnd = lastShown >= rows.length - 20;
  useNearEnd(table, isNearEnd ? onEnd : null, isLong);

  const indexes = items ? items.map(({ index }) => index) : rows.map((_, index) => index);
  const gaps = items ? gapsOf(items, virtual.getTotalSize(), top) : null;
  return (
    <tbody>
      {indexes.map((index, place) => {
        const claim = rows[index]!;
        const gap = gaps?.before[place] ?? 0;
        return (
          <Fragment key={claim.id}>
            {gap > 0 ? <Gap height={gap} columns={columns} /> : null}
            <QueueRow
              {...row}
              {...{ claim, index }}
              isInHand={index === at}
              isSelected={selected.has(claim.id)}
              measure={items ? virtual.measureElement : undefined}
            />
          </Fragment>
        );
      })}
      {gaps && gaps.after > 0 ? <Gap height={gaps.after} columns={columns} /> : null}
    </tbody>
  );
});

/** The room of rows that are not drawn. */
function Gap({ height, columns }: { height: number; columns: number }) {
  return (
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height, padding: 0 }} />
    </tr>
  );
}

type Item = { start: number; end: number };

function gapsOf(items: readonly Item[], total: number, top: number): { before: number[]; after: number } {
  const before = items.map(({ start }, place) => start - (place === 0 ? top : items[place - 1]!.end));
  const last = items.at(-1);
  return { before, after: last ? total - (last.end - top) : total };
}

/** Of a short list the end is near when its last rows come into sight; a long one knows by itself. */
function useNearEnd(
  table: RefObject<HTMLTableElement | null>,
  onEnd: (() => void) | null,
  isLong: boolean,
): void {
  useEffect(() => {
    if (!onEnd) return;
    if (isLong) {
      onEnd();
      return;
    }
    const last = table.current?.tBodies[0]?.rows.item(table.current.tBodies[0].rows.length - 1);
    if (!last) return;
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) onEnd();
      },
      { rootMargin: "600px" },
    );
    watcher.observe(last);
    return () => watcher.disconnect();
  }, [table, onEnd, isLong]);
}
