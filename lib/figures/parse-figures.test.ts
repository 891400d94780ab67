import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sliceCodePoints } from "../quotes/code-points";
import type { Figure } from "./figure";
import { parseFigures } from "./parse-figures";

type Expected = Partial<Omit<Figure, "id" | "start" | "end">>;
const only = (text: string) => parseFigures(text).map(({ start: _s, end: _e, ...figure }) => figure);
const usd = (low: number | null, high = low): Expected => ({ low, high, measure: "money", unit: "USD" });
const count = (low: number | null, high: number | null, unit: string | null): Expected => ({
  low,
  high,
  measure: "count",
  unit,
});

const amounts: [string, Expected][] = [
  ["over 100 cars", { ...count(100, null, "cars"), bound: "at-least", verbatim: "over 100 cars" }],
  ["$500,000", { ...usd(500_000), bound: "exact" }],
  ["$34M", usd(34e6)],
  [
    "$34M South Korean parts 2018–2023",
    { ...usd(34e6), scope: ["South Korean parts"], period: { from: "2018-01-01", to: "2023-12-31" } },
  ],
  ["$34 million", usd(34e6)],
  ["The $34-million deal", usd(34e6)],
  ["US$1.2bn", usd(1.2e9)],
  ["almost $15.5 million", { ...usd(15.5e6), bound: "about", verbatim: "almost $15.5 million" }],
  ["at least $7 million", { ...usd(7e6, null), bound: "at-least" }],
  ["up to £3m", { low: null, high: 3e6, unit: "GBP", bound: "at-most" }],
  ["€3,5 million", { low: 3.5e6, unit: "EUR" }],
  ["It cost 46.6 million roubles.", { low: 46.6e6, measure: "money", unit: "RUB" }],
  ["KRW 5 billion", { low: 5e9, unit: "KRW" }],
  ["500 pounds", { measure: "money", unit: "GBP" }],
  ["500 pounds of flour", { measure: "mass", unit: "lb", scope: ["flour"] }],
  ["20 billion francs", { low: 20e9, measure: "money", unit: null }],
  ["millions of dollars", { ...usd(null), bound: "vague", verbatim: "millions of dollars" }],
  ["hundreds of millions of dollars", { ...usd(null), bound: "vague" }],
  ["dozens of boats", { ...count(null, null, "boats"), bound: "vague" }],
  ["between 5 and 7 million roubles", { low: 5e6, high: 7e6, bound: "range", unit: "RUB" }],
  ["$5–7 million", { ...usd(5e6, 7e6), bound: "range" }],
  ["5 to 7 per cent", { low: 5, high: 7, bound: "range", measure: "percent", unit: "%" }],
  ["80% of our revenue", { low: 80, measure: "percent", unit: "%", scope: ["our revenue"] }],
  ["0.5 percentage points", { low: 0.5, measure: "percentage-points", unit: "pp" }],
  ["25 basis points", { low: 0.25, measure: "percentage-points", unit: "pp" }],
  ["two Nord boats", { ...count(2, 2, "boats"), scope: ["Nord boats"] }],
  [
    "some 12,000 Norwegian sailors",
    { low: 12_000, unit: "sailors", bound: "about", scope: ["Norwegian sailors"] },
  ],
  ["100+ boats", { ...count(100, null, "boats"), bound: "at-least" }],
  ["more than a million people", { low: 1e6, high: null, unit: "people" }],
  ["half a million people", count(5e5, 5e5, "people")],
  ["one and a half billion people", count(1.5e9, 1.5e9, "people")],
  ["a dozen officials", count(12, 12, "officials")],
  ["twenty-one boats", count(21, 21, "boats")],
  ["one sailor was killed", count(1, 1, "sailor")],
  ["34m people", count(34e6, 34e6, "people")],
  ["1,000 boats", count(1000, 1000, "boats")],
  ["كلفت ٤٢ مليون دولار.", { ...usd(42e6), verbatim: "٤٢ مليون دولار" }],
  ["كلفت 42 مليون دولار.", { ...usd(42e6), verbatim: "42 مليون دولار" }],
  ["$٤٢", { ...usd(42), verbatim: "$٤٢" }],
  ["Коштувало 42 млн доларів.", usd(42e6)],
  ["Стоило 42 миллиарда рублей.", { low: 42e9, measure: "money", unit: "RUB" }],
  ["1.000 boats", count(1000, 1000, "boats")],
  ["two thirds of voters", { low: 66.6667, unit: "%", scope: ["voters"] }],
  ["It was −5%", { low: -5, high: -5 }],
  ["nine in 10 voters", { low: 90, measure: "percent", unit: "%", verbatim: "nine in 10" }],
  ["one out of three voters", { low: 33.3333, unit: "%" }],
  ["no less than 40 boats", { ...count(40, null, "boats"), bound: "at-least" }],
  ["no fewer than 40 boats", { ...count(40, null, "boats"), bound: "at-least" }],
  ["no more than 40 boats", { ...count(null, 40, "boats"), bound: "at-most" }],
  ["just under 40 boats", { ...count(null, 40, "boats"), bound: "at-most" }],
  ["40 boats or more", { ...count(40, null, "boats"), bound: "at-least" }],
  ["minus five degrees", { low: -5, unit: "degrees" }],
  ["$3 million a year", { low: 3e6, scope: ["per year"] }],
];

describe("parseFigures", () => {
  it.each(amounts)("reads %j", (text, expected) => {
    const figures = only(text);
    expect(figures).toHaveLength(1);
    expect(figures[0]).toMatchObject(expected);
  });

  it.each([
    "At 2:26 PM on June 28, 2024, call +7 495 123-45-67.",
    "on 28 June 2024",
    "5 key takeaways from the visit",
    "1 min read",
    "the first, the 2nd and the third boat",
    "in 2023",
    "the 1990s",
    "COVID-19 and the F-16",
    "No. 10 and Article 5 of Resolution 1718",
    "the two leaders",
    "one of the boats",
    "https://news.example/2024/06/28/12000-boats",
    "President (2R) and leader (L)",
    "12 won gold",
    "5 real reasons",
    "1080p video",
    "5G networks",
    "the twenty-fifth boat",
    "passed by 215-214",
    "call 0800 555 0199",
  ])("finds no amount in %j", (text) => {
    expect(only(text)).toEqual([]);
  });

  it("does not take a change for a range", () => {
    expect(only("Profits rose from 5% to 7%.").map(({ low }) => low)).toEqual([5, 7]);
  });

  it("takes a span of years alone for what it is", () => {
    expect(only("2018–2023")).toMatchObject([
      {
        low: 2018,
        high: 2023,
        bound: "range",
        measure: "year",
        period: { from: "2018-01-01", to: "2023-12-31" },
      },
    ]);
  });
});

describe("periods and scopes of figures", () => {
  it.each<[string, Expected[]]>([
    [
      "The yard bought at least $9 million in Chilean engines between 2018 and 2023.",
      [{ period: { from: "2018-01-01", to: "2023-12-31" }, scope: ["Chilean engines"] }],
    ],
    [
      "It sold 31 boats in 2022 and 40 boats in 2023.",
      [
        { period: { from: "2022-01-01", to: "2022-12-31" } },
        { period: { from: "2023-01-01", to: "2023-12-31" } },
      ],
    ],
    [
      "In 2022 it sold 31 boats; in 2023, 40 were sold.",
      [
        { period: { from: "2022-01-01", to: "2022-12-31" } },
        { period: { from: "2023-01-01", to: "2023-12-31" } },
      ],
    ],
    ["in 2023 alone they spent £2m", [{ period: { from: "2023-01-01", to: "2023-12-31" } }]],
    ["Since February 2022 it spent $2m.", [{ period: { from: "2022-02-01", to: null } }]],
    ["It spent $2m before 2022.", [{ period: { from: null, to: "2021-12-31" } }]],
    ["It spent $2m in the first quarter of 2024.", [{ period: { from: "2024-01-01", to: "2024-03-31" } }]],
    ["It spent $2m in February 2024.", [{ period: { from: "2024-02-01", to: "2024-02-29" } }]],
    [
      "It sold 40 boats in the 12 months to March 2023",
      [{ period: { from: "2022-04-01", to: "2023-03-31" } }],
    ],
    [
      "40 boats in the first six months of 2023",
      [{ period: { from: "2023-01-01", to: "2023-06-30" }, scope: [] }],
    ],
    ["40 boats in late 2023", [{ period: { from: "2023-01-01", to: "2023-12-31" }, scope: [] }]],
    ["On 28 June 2024 it sold 40 boats", [{ period: { from: "2024-06-28", to: "2024-06-28" } }]],
    ["40 boats in the year ended March 2023", [{ period: { from: "2022-04-01", to: "2023-03-31" } }]],
    ["It held $2m as of June 2024.", [{ period: null, asOf: "2024-06-30" }]],
    [
      "engines worth millions of dollars from countries like Chile, Peru, and Ghana",
      [{ scope: ["engines", "from countries like Chile, Peru, and Ghana"] }],
    ],
    ["40 boats were sold in Norway", [{ unit: "boats", scope: ["Norway"] }]],
    ["almost $16 million, $5 million of it Chilean", [{ low: 16e6 }, { low: 5e6, scope: ["Chilean"] }]],
    ["It bought Chilean engines for $9 million in 2023", [{ scope: ["Chilean engines"] }]],
    ["Imports came to $16 million, of which $5 million was Chilean", [{}, { scope: ["Chilean"] }]],
    ["Chile's part was almost $15 million.", [{ scope: ["Chile's part"] }]],
  ])("reads %j", (text, expected) => {
    expect(only(text)).toMatchObject(expected);
  });
});

describe("parseFigures on any text", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 6 }),
    fc.constantFrom(
      "$",
      "34",
      " million",
      "at least ",
      "between ",
      " and ",
      "2018",
      "–",
      "%",
      " cars",
      "€",
      ",",
      ".",
      "two ",
      "half a ",
      "😀",
      " in ",
    ),
  );

  it("never throws, and verbatim is the text at its offsets", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (parts) => {
        const text = parts.join("");
        for (const figure of parseFigures(text)) {
          expect(sliceCodePoints(text, figure.start, figure.end)).toBe(figure.verbatim);
          expect(Number.isNaN(figure.low ?? 0) || Number.isNaN(figure.high ?? 0)).toBe(false);
          if (figure.low !== null && figure.high !== null)
            expect(figure.low).toBeLessThanOrEqual(figure.high);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("reads walls of digits, number words and currencies to the end", () => {
    const { length } = parseFigures("at least $34 million, ".repeat(500));
    expect(length).toBe(500);
    for (const wall of ["1 ", "9", "one hundred and ", "five fifths ", "$", "between 2018 and ", "not "])
      expect(() => parseFigures(wall.repeat(20_000 / wall.length))).not.toThrow();
  });

  const bounds = [
    "at least",
    "no fewer than",
    "almost",
    "up to",
    "more than",
    "not more than",
    "about",
    "under",
    "not",
  ];
  it("never loses a bound or a denial before an amount", () => {
    const amount = fc.tuple(
      fc.integer({ min: 2, max: 9999 }),
      fc.constantFrom(" million people", " boats", "%", " euros"),
    );
    fc.assert(
      fc.property(fc.constantFrom(...bounds), amount, fc.boolean(), (bound, [value, unit], isFirst) => {
        const text = `${isFirst ? "" : "It was "}${bound} ${value.toLocaleString("en")}${unit} there.`;
        const [figure] = parseFigures(text);
        expect(figure?.verbatim.startsWith(bound)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("counts code points, whatever stands before", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("😀", "é", "a", " ", "한"), { maxLength: 20 }), (before) => {
        const text = `${before.join("")} at least 34 million people`;
        const figure = parseFigures(text).at(-1);
        expect(figure && sliceCodePoints(text, figure.start, figure.end)).toBe("at least 34 million people");
      }),
    );
  });
});

const seeds = process.env.SEEDS_DIR ?? "../shared/seeds";
describe.runIf(existsSync(seeds))("on the seeds", () => {
  const read = (name: string) => only(readFileSync(`${seeds}/${name}`, "utf8"));

  it("reads every figure of the report's relay, and nothing of its furniture but the donation line", () => {
    expect(read("000_4e40c858aba6ae11.txt")).toMatchObject([
      { bound: "vague", unit: "USD", scope: ["South Korean components"], period: null },
      {
        low: 34e6,
        high: null,
        bound: "at-least",
        unit: "USD",
        scope: ["South Korean parts"],
        period: { from: "2018-01-01", to: "2023-12-31" },
      },
      { low: 2, high: 2, unit: "cars" },
      { low: 80, unit: "%" },
    ]);
  });

  it("reads every figure of the rewrite", () => {
    expect(read("004_3ff8103d9ccabf8b.txt")).toMatchObject([
      { bound: "vague", unit: "USD", period: null },
      { low: 500_000, high: null, bound: "at-least", unit: "USD" },
      {
        low: 100,
        high: null,
        bound: "at-least",
        unit: "cars",
        scope: ["Russia"],
        period: { from: "2023-01-01", to: "2023-12-31" },
      },
    ]);
  });
});
