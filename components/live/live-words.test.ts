import { describe, expect, it } from "vitest";
import { sinceWords } from "./since-words";
import { hereWords } from "./who-is-here";

describe("how long somebody has been writing", () => {
  it.each([
    ["2031-03-14T11:59:30Z", "just now"],
    ["2031-03-14T11:58:00Z", "2 min"],
    ["2031-03-14T11:00:30Z", "59 min"],
    ["2031-03-14T10:00:00Z", "2 h"],
    ["2031-03-14T12:05:00Z", "just now"],
    ["soon", "just now"],
  ])("%s: %s", (since, words) => expect(sinceWords(since, new Date("2031-03-14T12:00:00Z"))).toBe(words));
});

describe("who is here", () => {
  it.each([
    [[], ""],
    [["Iryna"], "Iryna is here"],
    [["Iryna", "Marko"], "Iryna and Marko are here"],
    [["A", "B", "C"], "A, B and C are here"],
    [["A", "B", "C", "D"], "A, B and 2 others are here"],
  ])("%j: %s", (names, words) => expect(hereWords(names)).toBe(words));
});
