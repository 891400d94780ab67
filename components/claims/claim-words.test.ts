import { expect, it } from "vitest";
import { ageWords, reachWords } from "./claim-words";

it.each([
  [0, "0"],
  [950, "950"],
  [1000, "1 k"],
  [1950, "1.9 k"],
  [12_345, "12 k"],
  [999_999, "999 k"],
  [1_500_000, "1.5 M"],
  [2_000_000_000, "2 bn"],
])("a reach of %d people is said as %s, never as more than it is", (people, words) => {
  expect(reachWords(people)).toBe(words);
});

it.each([
  ["2027-01-31T22:01:00Z", "today"],
  ["2027-01-31T21:59:00Z", "1 day"],
])("days are those of the newsroom's clocks: a claim of %s is %s old in Kyiv", (at, words) => {
  expect(ageWords(at, "2027-02-01T12:00:00Z", "Europe/Kyiv")).toBe(words);
});

it.each([
  ["2027-02-01T00:01:00Z", "today"],
  ["2027-01-31T23:59:00Z", "1 day"],
  ["2027-01-01T12:00:00Z", "31 days"],
  ["2026-09-01T12:00:00Z", "5 months"],
  ["2024-06-28T12:00:00Z", "2 years"],
  ["2027-02-02T12:00:00Z", "today"],
])("a claim of %s is %s old", (at, words) => {
  expect(ageWords(at, "2027-02-01T12:00:00Z", "UTC")).toBe(words);
});
