import { expect, it } from "vitest";
import { rowsInPlace } from "../imports/read-cells";
import { cellAt, columnName, readCellRef } from "./cells";

const rows = [["Ferries of the county"], [], ["Town", "2022", "2023"], ["Selby", "34", "31"]];

it("a cell is read with the words to its left and above it", () => {
  expect(cellAt(rows, "c4")).toMatchObject({ ref: "C4", row: "Selby", column: "2023", value: "31" });
});

it.each(["", "7B", "B0", "D4", "A9", "B7:C9"])("%j is no cell of the sheet", (ref) => {
  expect(cellAt(rows, ref)).toBeNull();
});

it("columns are named as spreadsheets name them", () => {
  expect([1, 26, 27, 52, 703].map(columnName)).toEqual(["A", "Z", "AA", "AZ", "AAA"]);
  expect(readCellRef("$AA$12")).toEqual({ row: 12, column: 27 });
});

it("a row of a CSV file keeps its number when rows before it are empty", () => {
  const csv = "Ferries\n\nTown;2023\n\nSelby;31\n";
  expect(cellAt(rowsInPlace(Buffer.from(csv)), "B5")).toMatchObject({ value: "31", row: "Selby" });
});
