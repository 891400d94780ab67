import { expect, test } from "vitest";
import { datedWords, stayWords } from "./dated";

test.each([
  [{ dated: 0, due: 0 }, ""],
  [{ dated: 1, due: 0 }, "1 published claim without a date got one."],
  [{ dated: 1, due: 1 }, "1 published claim without a date got one, and is due now."],
  [{ dated: 12, due: 0 }, "12 published claims without a date got one."],
  [{ dated: 12, due: 1 }, "12 published claims without a date got one, and 1 of them is due now."],
  [{ dated: 12, due: 12 }, "12 published claims without a date got one, and all are due now."],
])("%o is told as “%s”", (counts, words) => expect(datedWords(counts)).toBe(words));

test.each([
  [1, 1, "The claim that got a date stays as it is: something was done with it since."],
  [1, 12, "1 of the 12 claims that got a date stays as it is: something was done with it since."],
  [3, 12, "3 of the 12 claims that got a date stay as they are: something was done with them since."],
])("that %i of %i stay is told as “%s”", (stay, dated, words) => expect(stayWords(stay, dated)).toBe(words));
