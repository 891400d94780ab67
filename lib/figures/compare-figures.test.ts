import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareFigures } from "./compare-figures";
import type { Figure } from "./figure";
import { parseFigures } from "./parse-figures";

function figure(text: string): Figure {
  const [first] = parseFigures(text);
  if (!first) throw new Error(`No figure in ${text}`);
  return { id: text, ...first };
}

const compare = (a: string, b: string, sameReport = false) =>
  compareFigures(figure(a), figure(b), { sameReport });
const CHILEAN = "The yard bought at least $9 million in Chilean engines between 2018 and 2023.";

describe("compareFigures", () => {
  it.each([
    ["$34 million", "$34M", "equal"],
    ["two years", "24 months", "equal"],
    ["The yard buys millions of dollars of Chilean engines.", CHILEAN, "compatible"],
    ["over 100 boats in Norway in 2023", "107 boats were sold in Norway in 2023", "compatible"],
    ["between 5 and 7 million people", "6 million people", "compatible"],
    ["$15.5 million", "$15.46 million", "rounding"],
    ["almost $15.5 million", "$15.1 million", "rounding"],
    ["12 boats in 2022", "12 boats in 2023", "different-period"],
    [
      CHILEAN,
      "engines worth millions of dollars from countries like Chile, Peru, Ghana and India",
      "different-scope",
    ],
    [
      CHILEAN,
      "Engines worth at least $9 million from all countries were bought between 2018 and 2023.",
      "different-scope",
    ],
    [CHILEAN, "The yard bought at least $9 million in engines between 2018 and 2023.", "different-scope"],
    ["40 boats in Norway", "40 boats in Chile", "different-scope"],
    ["80% of exports", "80% of voters", "different-scope"],
    ["over $500,000", "46.6 million roubles", "different-measure"],
    ["5%", "5 percentage points", "different-measure"],
    ["$3 million a year", "$3 million", "different-measure"],
    [CHILEAN, "The yard bought almost $4 million in Chilean engines between 2018 and 2023.", "contradiction"],
    ["$34M", "$43M", "contradiction"],
    ["1,000 boats", "1 boat", "contradiction"],
    ["at most 10 boats", "12 boats", "contradiction"],
  ])("of %j and %j says %s", (a, b, expected) => {
    expect(compare(a, b)?.class).toBe(expected);
    expect(compare(b, a)?.class).toBe(expected);
  });

  it.each([
    ["$34M", "100 boats"],
    ["100 boats", "100 people"],
    ["5%", "5 years"],
    ["5 tonnes", "5 km"],
  ])("has nothing to compare in %j and %j", (a, b) => {
    expect(compare(a, b)).toBeNull();
  });

  it("says that agreement inside one report is no second check", () => {
    expect(compare("$34M", "$34 million", true)?.explanation).toContain("no second check");
    expect(compare("$34M", "$34 million")?.explanation).not.toContain("no second check");
  });

  it("names the date of the exchange rate, and what a contradiction leaves open", () => {
    expect(compare("$5", "5 euros")?.explanation).toContain("exchange rate");
    expect(compare("$34M in 2022", "$43M")?.explanation).toContain("unless the period");
  });

  it("is symmetric and never throws for any two figures", () => {
    const bound = fc.constantFrom("exact", "at-least", "at-most", "about", "range", "vague") as fc.Arbitrary<
      Figure["bound"]
    >;
    const amount = fc.option(fc.double({ noNaN: true }));
    const any: fc.Arbitrary<Figure> = fc.record({
      id: fc.string(),
      low: amount,
      high: amount,
      bound,
      measure: fc.constantFrom("money", "count", "percent", "percentage-points", "duration", "year"),
      unit: fc.constantFrom(null, "USD", "EUR", "cars", "%", "pp", "years"),
      period: fc.constantFrom(null, { from: "2022-01-01", to: null }, { from: null, to: "2022-12-31" }),
      scope: fc.array(fc.constantFrom("Chilean engines", "engines", "Norway", "per year", "from Chile", "")),
      asOf: fc.constant(null),
      verbatim: fc.string(),
      start: fc.nat(),
      end: fc.nat(),
    });
    fc.assert(
      fc.property(any, any, (a, b) => {
        const one = compareFigures(a, b, { sameReport: false });
        expect(compareFigures(b, a, { sameReport: false })?.class).toBe(one?.class);
      }),
      { numRuns: 500 },
    );
  });
});
