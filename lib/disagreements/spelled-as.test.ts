import { expect, test } from "vitest";
import { asOther, spelledAs, type OtherNames } from "./spelled-as";

const kims: OtherNames = [["Kim Jong Un", "Kim"]];

test.each<[what: string, text: string, other: string, names: OtherNames, told: string]>([
  ["a currency that one leaves out", "It was $42 in all.", "It was 42 in all.", [], "It was 42 in all."],
  ["a place that one abbreviates", "from the EU", "from the European Union", [], "from the European Union"],
  ["a known name", "Kim Jong Un said so", "Kim said so", kims, "Kim said so"],
  ["what one denies", "It was not $34 million.", "It was $34 million.", [], "It was not $34 million."],
  ["what the other denies", "It was $34 million.", "It was not $34 million.", [], "It was $34 million."],
  ["a count that one denies", "did not sell 40 cars", "did sell 40 cars", [], "did not sell 40 cars"],
  ["a share and a number", "42 percent voted", "42 voted", [], "42 percent voted"],
  ["a relation of that name", "Kim Jong Un said so", "Kim Yo Jong said so", kims, "Kim Jong Un said so"],
  ["the same, turned round", "Kim Yo Jong said so", "Kim Jong Un said so", kims, "Kim Yo Jong said so"],
])("%s: “%s” beside “%s”", (_what, text, other, names, told) => {
  const spellings = spelledAs(text, other, names);
  expect(spellings.map(({ own }) => own).join("")).toBe(text);
  expect(asOther(spellings)).toBe(told);
});
