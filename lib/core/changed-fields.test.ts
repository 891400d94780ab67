import { expect, test } from "vitest";
import { changedFields } from "./changed-fields";

const at = new Date("2024-06-28T16:00:00Z");

test.each([
  ["the same words", { text: "a" }, { text: "a" }, []],
  ["other words", { text: "b" }, { text: "a" }, ["text"]],
  ["a field that is not given", { text: undefined }, { text: "a" }, []],
  ["emptying", { place: null }, { place: "Selby" }, ["place"]],
  ["emptying what is empty", { place: null }, { place: null }, []],
  ["filling", { place: "Selby" }, { place: null }, ["place"]],
  ["one instant in two zones", { at: "2024-06-28T18:00:00+02:00" }, { at }, []],
  ["another instant", { at: "2024-06-28T18:00:00Z" }, { at }, ["at"]],
  ["taking a time away", { at: null }, { at }, ["at"]],
  ["the same list", { topics: ["a", "b"] }, { topics: ["a", "b"] }, []],
  [
    "the same lines, ended otherwise",
    { shows: "a\r\nb", points: ["a\nb"] },
    { shows: "a\nb", points: ["a\r\nb"] },
    [],
  ],
  ["a line less", { shows: "a b" }, { shows: "a\nb" }, ["shows"]],
  ["a list in another order", { topics: ["b", "a"] }, { topics: ["a", "b"] }, ["topics"]],
] as const)("%s", (_name, given, kept, changed) => {
  expect(Object.keys(changedFields(given, kept))).toEqual(changed);
});
