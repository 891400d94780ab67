import type { LinkedTable } from "./read-cells";

/** One sheet of a workbook that has cells: its rows, or why it cannot be imported. */
export type ReadSheet = { name: string } & (
  { table: LinkedTable; problem: null } | { table: null; problem: string }
);

/** A sheet as it is offered beside the others of its workbook: `id` is where it is kept, null with a `problem`. */
export type OfferedSheet = { id: string | null; name: string; problem: string | null };
