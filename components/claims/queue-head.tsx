import Link from "next/link";
import { memo } from "react";
import type { ClaimRowDto } from "@/lib/claims/dto";
import { queueQuery, type QueueFilters } from "@/lib/claims/queue-query";
import { places } from "@/components/layout/places";

type Sort = QueueFilters["sort"];

type Column = {
  name: string;
  width: string;
  /** The order that the column's head asks for, and the one that it asks for when it is that already. */
  sorts?: readonly [Sort, ...Sort[]];
  /** Its numbers stand one below the other. */
  isNumber?: boolean;
  /** Whether it says something of the claim; a column that says nothing of any is left out. */
  says?: (claim: ClaimRowDto) => boolean;
  /** On a narrower window it is told below the claim instead, unless it makes the order. */
  isFoldedBelow?: boolean;
};

/** For what is told in a column, and for what is told below the claim in its place. */
export const folded = { column: "max-[80rem]:hidden", line: "min-[80rem]:hidden" };

/** Topics are told below the claim, and so is the reach unless it makes the order: the claim gets the room. */
const queueColumns: readonly Column[] = [
  { name: "State", width: "7.5rem" },
  { name: "Importance", width: "6rem", sorts: ["importance"] },
  { name: "Age", width: "4.5rem", sorts: ["newest", "oldest"] },
  { name: "Reach", width: "4.25rem", sorts: ["reach"], says: () => false },
  {
    name: "Due",
    width: "9rem",
    sorts: ["deadline"],
    says: ({ deadlineAt }) => deadlineAt !== null,
    isFoldedBelow: true,
  },
  { name: "Evidence", width: "4.75rem", isNumber: true },
  { name: "Reviews", width: "4.5rem", isNumber: true },
  { name: "With", width: "6.25rem", says: ({ assignee }) => assignee !== null },
];

/** The columns of these rows: those by which they are in order, and those that say something of one. */
export function columnsOf(rows: readonly ClaimRowDto[], sort: Sort): readonly Column[] {
  return queueColumns.filter(({ sorts, says }) => !says || sorts?.includes(sort) || rows.some(says));
}

const direction: Record<Sort, "ascending" | "descending"> = {
  newest: "ascending",
  oldest: "descending",
  importance: "descending",
  reach: "descending",
  deadline: "ascending",
};

type Props = {
  columns: readonly Column[];
  filters: QueueFilters;
  /** All rows that are loaded, and how many of them are selected; null before scripts, when nothing can be. */
  all: AllRows | null;
};

export type AllRows = { count: number; selected: number; onToggle: (isOn: boolean) => void };

/**
 * The heads of the queue's columns; those by which it can be sorted are links, the first selects all rows. Not drawn again
 * as one goes down the rows.
 */
export const QueueHeads = memo(function QueueHeads({ columns, filters, all }: Props) {
  return (
    <thead className="max-tabs:sr-only">
      <tr aria-rowindex={1}>
        <td className="w-6 pr-1 pb-1 max-tabs:hidden">{all ? <TickAll {...all} /> : null}</td>
        <th scope="col" className="pr-4 pb-1 text-left text-sm font-normal text-ink-3">
          Claim
        </th>
        {columns.map((column) => (
          <Head key={column.name} column={column} filters={filters} />
        ))}
      </tr>
    </thead>
  );
});

function Head({ column, filters }: { column: Column; filters: QueueFilters }) {
  const { name, width, sorts, isNumber } = column;
  const current = sorts?.find((sort) => sort === filters.sort);
  const words = (
    <>
      {name}
      {current ? <span aria-hidden="true">{direction[current] === "ascending" ? " ↑" : " ↓"}</span> : null}
    </>
  );
  const next = sorts?.find((sort) => sort !== filters.sort);
  const fold = column.isFoldedBelow && !current ? folded.column : "";
  return (
    <th
      scope="col"
      style={{ width }}
      aria-sort={current ? direction[current] : undefined}
      className={`pb-1 text-sm font-normal whitespace-nowrap text-ink-3 max-tabs:hidden ${isNumber ? "pr-4 text-right" : "pr-3 text-left"} ${fold}`}
    >
      {next ? (
        <Link
          href={`${places.queue}?${queueQuery({ ...filters, sort: next })}`}
          prefetch={false}
          className={current ? "font-semibold text-ink no-underline" : "text-ink-3"}
        >
          {words}
        </Link>
      ) : (
        <span className={current ? "font-semibold text-ink" : ""}>{words}</span>
      )}
    </th>
  );
}

function TickAll({ count, selected, onToggle }: AllRows) {
  const isSome = selected > 0 && selected < count;
  return (
    <input
      type="checkbox"
      ref={(box) => {
        if (box) box.indeterminate = isSome;
      }}
      checked={selected === count}
      title={selectAllWords(count)}
      aria-label={selectAllWords(count)}
      onChange={(event) => onToggle(event.target.checked)}
      className="grid size-4 accent-ink"
    />
  );
}

/** How many rows that would be: a list is loaded page by page, and what is further down stays as it is. */
export function selectAllWords(count: number): string {
  return count === 1 ? "Select the one claim that is loaded" : `Select all ${count} claims that are loaded`;
}
