import { expect, test } from "vitest";
import { agreement } from "./agreement";

test.each([
  ["no review", [], true],
  ["one review", [["confirmed", "confirmed"]], true],
  [
    "equal marks, no ratings",
    [
      ["disputed", null],
      ["disputed", null],
    ],
    true,
  ],
  [
    "equal marks, one proposed a rating",
    [
      ["disputed", "misleading"],
      ["disputed", null],
    ],
    true,
  ],
  [
    "equal marks and ratings",
    [
      ["disputed", "misleading"],
      ["disputed", "misleading"],
    ],
    true,
  ],
  [
    "equal marks, other ratings",
    [
      ["disputed", "misleading"],
      ["disputed", "disputed"],
    ],
    false,
  ],
  [
    "other marks",
    [
      ["disputed", null],
      ["unproven", null],
    ],
    false,
  ],
] as const)("%s: agrees %s", (_name, rows, agrees) => {
  expect(agreement(rows.map(([mark, rating]) => ({ mark, rating }))).agrees).toBe(agrees);
});
