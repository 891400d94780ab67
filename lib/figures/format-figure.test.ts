import { describe, expect, it } from "vitest";
import { formatFigure, formatPeriod } from "./format-figure";
import { parseFigures } from "./parse-figures";

describe("formatFigure", () => {
  it.each([
    ["at least $34 million", "at least $34M"],
    ["almost $15.5 million", "almost $15.5M"],
    ["over 100 cars", "more than 100 cars"],
    ["no fewer than 100 cars", "at least 100 cars"],
    ["100 cars or more", "at least 100 cars"],
    ["just under 100 cars", "less than 100 cars"],
    ["no more than 100 cars", "at most 100 cars"],
    ["less than or equal to 100 cars", "at most 100 cars"],
    ["two cars", "2 cars"],
    ["up to €2bn", "at most €2bn"],
    ["$500,000", "$500,000"],
    ["46.6 million roubles", "₽46.6M"],
    ["5 billion Swiss francs", "CHF 5bn"],
    ["5 to 7 per cent", "5–7%"],
    ["0.5 percentage points", "0.5 pp"],
    ["millions of dollars", "millions of dollars"],
    ["2018–2023", "2018–2023"],
    ["1,234,567 people", "1,234,567 people"],
    ["some 12,000 sailors", "some 12,000 sailors"],
  ])("writes %j as %s", (text, expected) => {
    expect(parseFigures(text).map((figure) => formatFigure({ id: "", ...figure }))).toEqual([expected]);
  });
});

describe("formatPeriod", () => {
  it.each([
    [null, null, ""],
    ["2023-01-01", "2023-12-31", "2023"],
    ["2018-01-01", "2023-12-31", "2018–2023"],
    ["2022-02-01", null, "since Feb 2022"],
    ["2022-01-01", null, "since 2022"],
    [null, "2023-12-31", "until 2023"],
    ["2024-02-01", "2024-02-29", "Feb 2024"],
    ["2024-01-01", "2024-03-31", "Jan 2024 – Mar 2024"],
    ["2024-06-28", "2024-06-28", "28 Jun 2024"],
    ["2024-06-28", "2024-07-02", "28 Jun 2024 – 2 Jul 2024"],
  ])("writes %s to %s as %j", (from, to, expected) => {
    expect(formatPeriod({ from, to })).toBe(expected);
  });

  it("writes nothing for no period", () => {
    expect(formatPeriod(null)).toBe("");
  });
});
