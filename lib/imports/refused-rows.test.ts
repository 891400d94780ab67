import { expect, it } from "vitest";
import { refusedSoFar, withRefused } from "./refused-rows";

const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({ line: from + at, detail: `Reason ${from + at}.` }));

it("says at the end of a run which rows any of its requests refused, with the reasons of the first ones", () => {
  expect(withRefused("117 quotes are logged.", [])).toBe("117 quotes are logged.");
  const early = refusedSoFar([], rows(4, 2));
  expect(withRefused("118 quotes are logged.", refusedSoFar(early, []))).toBe(
    "118 quotes are logged. 2 rows were refused. Row 4: Reason 4. Row 5: Reason 5.",
  );
  const all = refusedSoFar(early, rows(60, 5));
  expect(withRefused("113 quotes are logged.", all)).toBe(
    "113 quotes are logged. 7 rows were refused. Row 4: Reason 4. Row 5: Reason 5. Row 60: Reason 60. " +
      "Row 61: Reason 61. Row 62: Reason 62. And 2 more rows.",
  );
});

it("carries on no more than it will say, however many rows were refused", () => {
  const all = refusedSoFar(rows(2, 500), [{ line: 900, detail: "x".repeat(5_000) }]);
  expect(all).toHaveLength(501);
  expect(all.filter(({ detail }) => detail !== "")).toHaveLength(5);
  const [long] = refusedSoFar([], [{ line: 2, detail: "x".repeat(5_000) }]);
  expect(long!.detail).toHaveLength(1_000);
});
