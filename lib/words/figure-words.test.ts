import { expect, test } from "vitest";
import { exampleFigure } from "@/components/reader/fixtures/example-evidence";
import { againstInWords, amountInWords, sameReportWords, verbatimBeside } from "./figure-words";
import { readerWords } from "./reader";

const en = readerWords("en");
const uk = readerWords("uk");

test.each([
  [{}, "at least $34 million", "щонайменше 34 млн доларів США"],
  [{ low: 15_500_000, bound: "about" }, "about $15.5 million", "близько 15,5 млн доларів США"],
  [{ low: 34_123_456, bound: "exact" }, "$34,123,456", "34 123 456 доларів США"],
  [{ low: 1_250_000_000, bound: "exact" }, "$1.25 billion", "1,25 млрд доларів США"],
  [{ low: 46_600_000, unit: "RUB", bound: "exact" }, "₽46.6 million", "46,6 млн російських рублів"],
  [{ low: 500_000, bound: "at-least" }, "at least $500,000", "щонайменше 500 000 доларів США"],
  [{ low: null, high: 9.5, bound: "at-most" }, "at most $9.50", "щонайбільше 9,50 долара США"],
  [{ low: 107, unit: "cars", measure: "count", bound: "exact" }, "107 cars", "107 cars"],
  [{ low: 12.5, unit: "%", measure: "percent", bound: "exact" }, "12.5%", "12,5%"],
  [{ low: 3, unit: "pp", measure: "percentage-points", bound: "exact" }, "3 percentage points", "3 в. п."],
  [{ low: 2023, unit: null, measure: "year", bound: "exact" }, "2023", "2023"],
  [{ low: 3, high: 5, unit: null, measure: "count", bound: "range" }, "3 to 5", "3 – 5"],
  [{ low: null, bound: "vague" }, "“34 million dollars”", "«34 million dollars»"],
] as const)("%j is told as %s and %s", (changes, english, ukrainian) => {
  const figure = exampleFigure("f", "34 million dollars", changes);
  expect(amountInWords(figure, en).replaceAll("\u00a0", " ")).toBe(english);
  expect(amountInWords(figure, uk).replaceAll("\u00a0", " ")).toBe(ukrainian);
});

test("a number stays on the line of the word after it, and lines break before it", () => {
  const figure = exampleFigure("f", "34 million dollars");
  expect(amountInWords(figure, en)).toBe("at least $34\u00a0million");
  expect(amountInWords(figure, uk)).toMatch(/^щонайменше 34\u00a0млн/);
  const roubles = exampleFigure("f", "46.6 million", { low: 46_600_000, unit: "RUB", bound: "exact" });
  expect(amountInWords(roubles, en)).toBe("₽46.6\u00a0million");
  const cars = exampleFigure("f", "107 cars", { low: 107, unit: "cars", measure: "count", bound: "exact" });
  expect(amountInWords(cars, en)).toBe("107\u00a0cars");
});

test("the text’s own words stand beside the amount only when they differ", () => {
  expect(verbatimBeside(exampleFigure("f", "At least $34 million"), en)).toBeNull();
  expect(
    verbatimBeside(exampleFigure("f", "nearly $15.5 million", { low: 15_500_000, bound: "about" }), en),
  ).toBe("nearly $15.5 million");
});

test.each([
  ["over $34 million", "at-least", "more than $34 million", "понад 34 млн доларів США"],
  ["well below $34 million", "at-most", "less than $34 million", "менше ніж 34 млн доларів США"],
  ["almost $34 million", "about", "almost $34 million", "майже 34 млн доларів США"],
  ["no less than $34 million", "at-least", "at least $34 million", "щонайменше 34 млн доларів США"],
] as const)("%j, kept as %s, loses nothing of its bound", (verbatim, bound, english, ukrainian) => {
  const figure = exampleFigure("f", verbatim, { low: 34e6, bound });
  expect(amountInWords(figure, en).replaceAll("\u00a0", " ")).toBe(english);
  expect(amountInWords(figure, uk).replaceAll("\u00a0", " ")).toBe(ukrainian);
});

test("what is denied keeps its denial, and what covers several countries says so", () => {
  expect(
    amountInWords(exampleFigure("f", "not $34 million", { low: 34e6, high: 34e6, bound: "exact" }), en),
  ).toBe("not $34\u00a0million");
  const covering = (scope: string[]) =>
    againstInWords("different-scope", exampleFigure("f", "$34 million", { scope }), undefined, en);
  expect(covering(["parts", "from South Korea, China and Italy"])).toBe("several countries: not comparable");
  expect(covering(["from all countries"])).toBe("all countries: not comparable");
  expect(covering(["engines"])).toBe("covers something else: not comparable");
  expect(sameReportWords("equal", en)).toBe("same report, not a second check");
  expect(sameReportWords("contradiction", en)).toBe("both go back to the same report");
});

test("a sum in another currency is no other measure, and is said to be what it is", () => {
  const sum = (verbatim: string, unit: string | null) =>
    exampleFigure("f", verbatim, { measure: "money", unit });
  const said = (a: ReturnType<typeof sum>, b: ReturnType<typeof sum>) =>
    [en, uk].map((words) => againstInWords("different-measure", a, b, words));
  expect(said(sum("46.6 million roubles", "RUB"), sum("$500,000", "USD"))).toEqual([
    "another currency: not comparable",
    "інша валюта: порівняти не можна",
  ]);
  expect(said(sum("20 francs", null), sum("$500,000", "USD"))[0]).toBe(
    "measures something else: not comparable",
  );
});
