import { expect, it } from "vitest";
import { columnFields, guessColumns } from "./columns";
import { isHeader } from "./header-words";
import { sampleHeaders, sampleSheet } from "./sample-sheet";

it("an empty sheet names every column so that it is read as what it is called", () => {
  expect(guessColumns(sampleHeaders)[0]).toBe("text");
  expect([...guessColumns(sampleHeaders)].sort()).toEqual([...columnFields].sort());
  expect(isHeader(sampleSheet.trim().split(","))).toBe(true);
});
