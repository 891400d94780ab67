import { describe, expect, it } from "vitest";
import {
  agreementRate,
  fewestClaims,
  krippendorffAlpha,
  wilsonInterval,
  type MarkPattern,
} from "./agreement-rate";

/** Rows are people, columns are units, a dot is a value that is missing. */
function unitsOf(...people: string[]) {
  const rows = people.map((row) => row.split(" "));
  const values = [...new Set(rows.flat())].filter((value) => value !== ".");
  return rows[0]!.map((_, unit) => ({
    counts: values.map((value) => rows.filter((row) => row[unit] === value).length),
    times: 1,
  }));
}

const pattern = (confirmed: number, disputed: number, unproven: number, claims: number): MarkPattern => ({
  confirmed,
  disputed,
  unproven,
  isSameRating: true,
  claims,
});

describe("Krippendorff's alpha", () => {
  it("is what Krippendorff (2011) works out in section A: two people, two values", () => {
    expect(krippendorffAlpha(unitsOf("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"))).toBeCloseTo(0.095, 3);
  });

  it("is what Krippendorff (2011) works out in section C: four people, five values, some missing", () => {
    const units = unitsOf(
      "1 2 3 3 2 1 4 1 2 . . .",
      "1 2 3 3 2 2 4 1 2 5 . 3",
      ". 3 3 3 2 3 4 2 2 5 1 .",
      "1 2 3 3 2 4 4 1 2 5 1 .",
    );
    expect(krippendorffAlpha(units)).toBeCloseTo(0.743, 3);
  });

  it("counts equal units as if each stood by itself", () => {
    const apart = unitsOf("0 0 1 1 0", "0 0 1 0 1");
    const together = [
      { counts: [2, 0], times: 2 },
      { counts: [0, 2], times: 1 },
      { counts: [1, 1], times: 2 },
    ];
    expect(krippendorffAlpha(together)).toBeCloseTo(krippendorffAlpha(apart)!, 12);
  });

  it.each([
    ["nothing was compared", []],
    ["only one value was ever given", unitsOf("0 0 0", "0 0 0")],
    ["no unit has two values", unitsOf("0 . 1", ". 1 .")],
  ])("is not defined where %s", (_why, units) => expect(krippendorffAlpha(units)).toBeNull());
});

describe("the interval of a share", () => {
  // Newcombe (1998), table I: 81 of 263 and 15 of 148, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
  ])("of %i in %i is Wilson's", (hits, of, low, high) => {
    expect(wilsonInterval(hits, of).low).toBeCloseTo(low, 4);
    expect(wilsonInterval(hits, of).high).toBeCloseTo(high, 4);
  });

  it("never leaves 0 to 1", () => {
    expect(wilsonInterval(0, 3).low).toBe(0);
    expect(wilsonInterval(3, 3).high).toBe(1);
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });
});

describe("how often blind marks agreed", () => {
  it("leaves out claims with fewer than two blind marks, and says how many there were", () => {
    const rate = agreementRate([
      pattern(2, 0, 0, 7),
      pattern(1, 1, 0, 4),
      pattern(1, 0, 0, 30),
      pattern(0, 0, 0, 5),
    ]);
    expect(rate).toMatchObject({ signed: 46, compared: 11, marks: 22, sameMark: 7 });
    expect(rate.alpha).not.toBeNull();
  });

  it(`says nothing of fewer than ${fewestClaims} claims but their numbers`, () => {
    const rate = agreementRate([pattern(2, 0, 0, fewestClaims - 2), pattern(1, 0, 1, 1)]);
    expect(rate).toMatchObject({ compared: fewestClaims - 1, interval: null, alpha: null });
  });

  it("tells equal marks with two ratings apart from equal marks", () => {
    const rate = agreementRate([pattern(2, 0, 0, 8), { ...pattern(0, 3, 0, 3), isSameRating: false }]);
    expect(rate).toMatchObject({ sameMark: 11, sameMarkAndRating: 8 });
  });
});
