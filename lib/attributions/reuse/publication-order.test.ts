import { expect, test } from "vitest";
import { isWithinDays, publicationOrder } from "./publication-order";

test.each([
  ["2031-02-11T08:00:00Z", "2031-02-11T09:00:00Z", "first"],
  ["2031-02-11T09:00:00+03:00", "2031-02-11T07:00:00Z", "first"],
  ["2031-02-11T08:00:00Z", "2031-02-11T08:00:00Z", "unknown"],
  ["2031-02-14", "2031-02-11", "second"],
  ["2031-02-11", "2031-02-11", "unknown"],
  ["2031-02-11T08:00", "2031-02-11T12:00", "unknown"],
  ["2031-02-11T08:00", "2031-02-13T12:00", "first"],
  ["2031-02-11", "2031-02-11T08:00:00Z", "unknown"],
  [null, "2031-02-11", "unknown"],
  ["yesterday", "2031-02-11", "unknown"],
  ["2031-99-99", "2031-02-11", "unknown"],
])("%s and %s: %s", (a, b, expected) => {
  expect(publicationOrder(a, b)).toBe(expected);
});

test("unknown times may be of one week, known ones must be", () => {
  expect(isWithinDays("2031-02-11", "2031-02-17", 7)).toBe(true);
  expect(isWithinDays("2031-02-11", "2031-03-17", 7)).toBe(false);
  expect(isWithinDays(null, "2031-03-17", 7)).toBe(true);
});
