import { expect, it } from "vitest";
import { rowsInPlace } from "../imports/read-cells";
import { cellAt, cellName, columnName, readCellName, readCellRef, sheetNamed } from "./cells";

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

it.each([
  ["B7", null, "B7"],
  ["Data!B7", "Data", "B7"],
  ["Дані!B7", "Дані", "B7"],
  ["'It''s 2023'!$B$7", "It's 2023", "$B$7"],
  ["'a!b'!C1", "a!b", "C1"],
])("%s names its sheet and its cell, and is written back", (name, sheet, ref) => {
  expect(readCellName(name)).toEqual({ sheet, ref });
  expect(cellName({ sheet, ref })).toBe(name);
});

it("a sheet is found by its name, and the first one without", () => {
  const sheets = ["May", "MAY 2", "may 2"].map((name) => ({ name, rows }));
  const names = [null, "May", "may", "may 2", "June"].map((name) => sheetNamed(sheets, name)?.name ?? null);
  expect(names).toEqual(["May", "May", "May", "may 2", null]);
});
