import { describe, expect, it } from "vitest";
import { scaleIssues, soundScale, vanishedCodes, withRatingChanged } from "./change-ratings";
import { defaultRatings } from "./ratings";

const codes = (ratings: readonly { code: string }[]) => ratings.map(({ code }) => code);

describe("a newsroom's scale", () => {
  it("is sound as it comes", () => expect(scaleIssues(defaultRatings)).toEqual([]));

  it("renames one rating and leaves its code, number, marks and place", () => {
    const changed = withRatingChanged(defaultRatings, {
      code: "disputed",
      label: "False",
      meaning: "it is wrong",
    });
    expect(codes(changed)).toEqual(codes(defaultRatings));
    expect(changed.find(({ code }) => code === "disputed")).toEqual({
      code: "disputed",
      label: "False",
      meaning: "it is wrong",
      number: 1,
      marks: ["disputed"],
    });
  });

  it.each([
    [1, 0],
    [3, 2],
    [7, 6],
    [99, 6],
  ])("moves a rating to place %i", (position, index) => {
    const moved = withRatingChanged(defaultRatings, {
      code: "misleading",
      label: "Misleading",
      meaning: "m",
      position,
    });
    expect(codes(moved).indexOf("misleading")).toBe(index);
    expect([...codes(moved)].sort()).toEqual([...codes(defaultRatings)].sort());
  });

  it("never has one word for two ratings, however it is written", () => {
    const changed = withRatingChanged(defaultRatings, {
      code: "disputed",
      label: " unPROVEN ",
      meaning: "m",
    });
    expect(soundScale(changed)).toMatchObject({ ok: false, error: { kind: "invalid", code: "label-twice" } });
  });

  it("never has one code twice", () => {
    const twice = [...defaultRatings, { ...defaultRatings[0]!, label: "Other" }];
    expect(soundScale(twice)).toMatchObject({ ok: false, error: { code: "rating-twice" } });
  });

  it("knows which codes went away", () => {
    expect(vanishedCodes(defaultRatings, defaultRatings.slice(2))).toEqual(["confirmed", "mostly-confirmed"]);
    expect(vanishedCodes(defaultRatings, [...defaultRatings].reverse())).toEqual([]);
  });
});
