import { expect, it } from "vitest";
import { citedById, citedByNumber, citedInWords } from "./cite-numbers";

const ids = ["01a2-b", "01a2-c"];

it.each([
  ["One.[^1] Two.[^2]", "One.[^01a2-b] Two.[^01a2-c]"],
  ["Nobody doubts it.[^background]", "Nobody doubts it.[^background]"],
  ["There is no third.[^3] Nor a zeroth.[^0]", "There is no third.[^3] Nor a zeroth.[^0]"],
  ["Without any.", "Without any."],
])("cites by number what is kept by id: %s", (numbers, kept) => {
  expect(citedById(numbers, ids)).toBe(kept);
  expect(citedByNumber(kept, ids)).toBe(numbers);
});

it("leaves a citation of evidence that is gone as it is", () => {
  expect(citedByNumber("Once.[^01a2-z]", ids)).toBe("Once.[^01a2-z]");
});

it("says citations in words for whoever only reads them", () => {
  expect(citedInWords("One.[^01a2-c] Two.[^background] Three [^01a2-z].", ids)).toBe(
    "One. [evidence 2] Two. [background] Three [evidence that was removed].",
  );
});
