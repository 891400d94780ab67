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

const compare = (a: string, b: string) => compareFigures(figure(a), figure(b));
const CHILEAN = "The yard bought at least $9 million in Chilean engines between 2018 and 2023.";

describe("compareFigures", () => {
  it.each([
    ["$34 million", "$34M", "equal"],
    ["$42 million", "٤٢ مليون دولار", "equal"],
    ["It cost $42 in all.", "كلفت ٤٢ مليون دولار.", "contradiction"],
    ["It cost $42 in all.", "كلفت 42 مليون دولار.", "contradiction"],
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
    ["$12 billion", "$12 million", "contradiction"],
    ["1 milliard euros", "1 billion euros", "equal"],
    ["1.000 boats", "1,000 boats", "equal"],
    ["It was not $34 million.", "$34 million", "contradiction"],
    ["It was not $34 million.", "$15.5 million", "compatible"],
    ["almost 40 boats", "41 boats", "rounding"],
    ["dozens of boats", "40 boats", "compatible"],
    ["dozens of boats", "3 boats", "contradiction"],
    ["hundreds of millions of dollars", "$34 million", "contradiction"],
    ["a cumulative $34 million", "$5 million annually", "different-measure"],
    ["$5 a barrel", "$5 a gallon", "different-measure"],
    ["12,000 francs", "12,000 euros", "different-measure"],
    ["one third of voters", "33% of voters", "rounding"],
    ["rose 2%", "rose 2 percentage points", "different-measure"],
    ["5 tonnes", "5,000 kg", "equal"],
    ["500 cents", "$5", "equal"],
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

  it.each([
    ["$34M", "$43M", "$34M and $43M cannot both be true: $9M apart."],
    ["$34M in 2022", "$43M", "unless the period that one of them leaves out differs"],
    ["$5", "5 euros", "the exchange rate and the date it is taken from decide"],
    ["$5 million", "5 million francs", "one of them does not say in which currency"],
    [
      CHILEAN,
      "Engines worth at least $9 million from all countries were bought between 2018 and 2023.",
      "at least $9M and at least $9M: all countries against Chile, not the same thing.",
    ],
    [
      CHILEAN,
      "engines worth $9 million from countries like Chile, Peru, Ghana and India",
      "several countries (Chile, Peru, Ghana and 1 more) against Chile",
    ],
    ["12 boats in 2022", "12 boats in 2023", "2022 against 2023, not the same time"],
    ["$34m in 2018–2023", "$5m in 2023", "2023 is a part of 2018–2023"],
    ["$3 million a year", "$3 million", "a rate is not a total"],
    ["$3 million a year", "a cumulative $3 million", "one is per year, the other a running total"],
    ["5%", "5 percentage points", "a share in percent is not a difference in percentage points"],
    [
      "$12 billion",
      "$12 million",
      "exactly a thousand times; look for million against billion, a long-scale billion",
    ],
    ["1,000 boats", "1 boat", "1.000 against 1,000"],
    ["$2m as of June 2024", "$3m as of May 2024", "as of 30 Jun 2024 against as of 31 May 2024"],
    [
      "It was not $34 million.",
      "$34 million",
      "not $34M and $34M cannot both be true: one denies what the other says.",
    ],
  ])("explains %j and %j with %j", (a, b, expected) => {
    expect(compare(a, b)?.explanation).toContain(expected);
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
        const one = compareFigures(a, b);
        expect(compareFigures(b, a)?.class).toBe(one?.class);
      }),
      { numRuns: 500 },
    );
  });
});

const IMPORTED = "The maker imported at least $34 million in South Korean parts between 2018 and 2023.";
const FROM_ALL =
  "Russia bought equipment and components worth at least $34 million from all countries between 2018 and 2023.";
const KOREAN_SHARE = "South Korean parts made up almost $15.5 million of it between 2018 and 2023.";
const SEVERAL = "Parts worth millions of dollars came from South Korea, China, India, Turkey and Italy.";

describe("the running example", () => {
  it.each([
    [
      "A1 and A4",
      "The maker imports millions of dollars of South Korean components.",
      IMPORTED,
      "compatible",
    ],
    ["A4 and B4", IMPORTED, SEVERAL, "different-scope"],
    ["A4 and the report", IMPORTED, FROM_ALL, "different-scope"],
    ["A4 and South Korea's part in the report", IMPORTED, KOREAN_SHARE, "contradiction"],
    ["the report's two sums", FROM_ALL, KOREAN_SHARE, "different-scope"],
    [
      "A4 and what came later",
      IMPORTED,
      "Since February 2022 it bought $5 million in South Korean parts.",
      "different-period",
    ],
    ["A10 and the report", "Kim was given two Aurus cars.", "Kim has two Aurus cars.", "equal"],
    [
      "B12 and the report",
      "It is priced from over $500,000.",
      "Prices begin at 46.6 million roubles.",
      "different-measure",
    ],
    [
      "B13 and the report",
      "Over 100 cars were sold in Russia in 2023.",
      "107 cars were sold in Russia in 2023.",
      "compatible",
    ],
  ])("%s: %j and %j are %s", (_pair, a, b, expected) => {
    expect(compare(a, b)?.class).toBe(expected);
    expect(compare(b, a)?.class).toBe(expected);
  });
});
