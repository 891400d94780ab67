import { expect, test } from "vitest";
import { csvText } from "./csv";

test.each([
  ["=1+1", "'=1+1"],
  ["+49 30", "'+49 30"],
  ["-2", "'-2"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t=1"],
  ["＝cmd", "'＝cmd"],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ["a, b", '"a, b"'],
  ["line\nline", '"line\nline"'],
  ["100 = 100", "100 = 100"],
  [-2, "-2"],
  [null, ""],
  [true, "true"],
])("the cell %j is written %s: no text is a formula", (cell, written) => {
  expect(csvText([[cell, "x"]])).toBe(`${written},x\r\n`);
});
