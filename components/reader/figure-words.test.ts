import { expect, test } from "vitest";
import { againstInWords, amountInWords, sameReportWords, verbatimBeside } from "./figure-words";
import { exampleFigure } from "./fixtures/example-evidence";

test.each([
  [{}, "at least $34 million"],
  [{ low: 15_500_000, bound: "about" }, "about $15.5 million"],
  [{ low: 34_123_456, bound: "exact" }, "$34,123,456"],
  [{ low: 1_250_000_000, bound: "exact" }, "$1.25 billion"],
  [{ low: 46_600_000, unit: "RUB", bound: "exact" }, "RUB 46.6 million"],
  [{ low: 500_000, bound: "at-least" }, "at least $500,000"],
  [{ low: null, high: 9.5, bound: "at-most" }, "at most $9.50"],
  [{ low: 107, unit: "cars", measure: "count", bound: "exact" }, "107 cars"],
  [{ low: 12.5, unit: "%", measure: "percent", bound: "exact" }, "12.5%"],
  [{ low: 3, unit: "pp", measure: "percentage-points", bound: "exact" }, "3 percentage points"],
  [{ low: 2023, unit: null, measure: "year", bound: "exact" }, "2023"],
  [{ low: 3, high: 5, unit: null, measure: "count", bound: "range" }, "3 to 5"],
  [{ low: null, bound: "vague" }, "“34 million dollars”"],
] as const)("%j is told as %s", (changes, words) => {
  expect(amountInWords(exampleFigure("f", "34 million dollars", changes))).toBe(words);
});

test("the text’s own words stand beside the amount only when they differ", () => {
  expect(verbatimBeside(exampleFigure("f", "At least $34 million"))).toBeNull();
  expect(
    verbatimBeside(exampleFigure("f", "almost $15.5 million", { low: 15_500_000, bound: "about" })),
  ).toBe("almost $15.5 million");
});

test("what is denied keeps its denial, and what covers several countries says so", () => {
  expect(
    amountInWords(exampleFigure("f", "not $34 million", { low: 34e6, high: 34e6, bound: "exact" })),
  ).toBe("not $34 million");
  const covering = (scope: string[]) =>
    againstInWords("different-scope", exampleFigure("f", "$34 million", { scope }));
  expect(covering(["parts", "from South Korea, China and Italy"])).toBe("several countries: not comparable");
  expect(covering(["from all countries"])).toBe("all countries: not comparable");
  expect(covering(["engines"])).toBe("covers something else: not comparable");
  expect(sameReportWords("equal")).toBe("same report, not a second check");
  expect(sameReportWords("contradiction")).toBe("both go back to the same report");
});
