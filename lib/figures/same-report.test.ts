import { describe, expect, it } from "vitest";
import { isSameReport } from "./same-report";
import type { ConfirmedEdge } from "./same-report";

const edge = (from: string, to: string, type: ConfirmedEdge["type"] = "cites"): ConfirmedEdge => ({
  from,
  to,
  type,
});

describe("isSameReport", () => {
  it.each<[string, ConfirmedEdge[], boolean]>([
    ["nothing known", [], false],
    ["one cites the other", [edge("a", "b")], true],
    ["both cite a third", [edge("a", "wire"), edge("b", "wire")], true],
    [
      "both lead to one origin over relays",
      [edge("a", "x"), edge("x", "customs"), edge("b", "customs")],
      true,
    ],
    [
      "one wire that names two origins",
      [edge("a", "wire"), edge("b", "wire"), edge("wire", "o1"), edge("wire", "o2")],
      true,
    ],
    ["one of them has a second origin", [edge("a", "wire"), edge("a", "o2"), edge("b", "wire")], false],
    [
      "one of them also reports itself",
      [edge("a", "wire"), edge("a", "a", "own-reporting"), edge("b", "wire")],
      false,
    ],
    ["the other has more than it passed on", [edge("a", "b"), edge("b", "o1"), edge("b", "o2")], true],
    ["two reporters of their own", [edge("a", "a", "own-reporting"), edge("b", "b", "own-reporting")], false],
    ["one press release", [edge("a", "b", "same-press-release")], true],
    ["one owner is no report", [edge("a", "b", "same-owner")], false],
    ["a rewrite of what cites it", [edge("a", "x", "uncredited-rewrite"), edge("x", "b")], true],
    ["a circle", [edge("a", "b"), edge("b", "a")], true],
    ["only one source known", [edge("a", "wire")], false],
  ])("%s", (_name, edges, expected) => {
    expect(isSameReport(edges, "a", "b")).toBe(expected);
    expect(isSameReport(edges, "b", "a")).toBe(expected);
  });
});
