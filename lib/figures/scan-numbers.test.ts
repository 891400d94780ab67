import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanNumbers } from "./scan-numbers";

const values = (text: string) => scanNumbers(text).map(({ value }) => value);

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SCALES: [number, string][] = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
  [1e3, "thousand"],
];

/** English words for a whole number, with or without "and". */
function spell(value: number, and: string): string {
  if (value < 20) return SMALL[value] ?? "";
  if (value < 100) {
    const unit = value % 10;
    return `${TENS[Math.floor(value / 10) - 2]}${unit > 0 ? `-${SMALL[unit]}` : ""}`;
  }
  const rest = (part: number) =>
    value % part === 0 ? "" : `${value % part < 100 ? and : " "}${spell(value % part, and)}`;
  if (value < 1000) return `${SMALL[Math.floor(value / 100)]} hundred${rest(100)}`;
  const [scale, name] = SCALES.find(([size]) => value >= size) ?? [1e3, "thousand"];
  return `${spell(Math.floor(value / scale), and)} ${name}${rest(scale)}`;
}

describe("scanNumbers", () => {
  it.each<[string, number[]]>([
    ["twenty-one trillion three hundred", [21e12 + 300]],
    ["seven hundred dozen", [8400]],
    ["half a dozen", [6]],
    ["four and three quarters", [4.75]],
    ["ninety and four fifths", [90.8]],
    ["seven tenths", [0.7]],
    ["seven twentieths", [0.35]],
    ["six - sevenths", [6 / 7]],
    ["a fortieth", [0.025]],
    ["three hundredths", [0.03]],
    ["five thirty-seconds", [5, 30]],
    ["eight point oh", [8]],
    ["eight point nought six", [8.06]],
    ["three point one four one five", [3.1415]],
    ["two point five million", [2.5e6]],
    ["two hundred and two hundred", [200, 200]],
    ["nine in every 20", [0.45]],
    ["four over 5", [0.8]],
    ["-3/4", [-0.75]],
    ["7 1/2", [7.5]],
    ["3^4", [81]],
    ["2.5e3", [2500]],
    ["4x10^-2", [0.04]],
    ["11,12,13", [11, 12, 13]],
    ["11,12", [11.12]],
    ["1,234,567.5", [1234567.5]],
    ["1.234.567", [1234567]],
    ["12 000 and 12\u00a0000", [12000, 12000]],
    ["6 lakh", [6e5]],
    ["7.5bn and 3 trn", [7.5e9, 3e12]],
    ["5½ and ⅖", [5.5, 0.4]],
    ["minus forty", [-40]],
    ["the forty-fifth, 3rd and fourth", []],
    ["F-16, A4 and COVID-19", []],
    ["and a or an", []],
  ])("reads %j as %j", (text, expected) => {
    const found = values(text);
    expect(found).toHaveLength(expected.length);
    for (const [index, value] of expected.entries()) expect(found[index]).toBeCloseTo(value, 9);
  });

  it("reads back any whole number that is spelled out", () => {
    const whole = fc.oneof(fc.nat(9999), fc.nat(2_000_000), fc.nat({ max: 1e15 }));
    fc.assert(
      fc.property(whole, fc.constantFrom(" and ", " "), (value, and) => {
        expect(values(`They had ${spell(value, and)} of them`)).toEqual([value]);
      }),
      { numRuns: 500 },
    );
  });

  it("reads back any number that is written in digits", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.nat(3), (whole, places) => {
        const value = Number((whole / 10 ** places).toFixed(places));
        const text = value.toLocaleString("en", { maximumFractionDigits: places });
        expect(values(`It was ${text} then`)).toEqual([value]);
      }),
      { numRuns: 500 },
    );
  });
});
