import { expect, it } from "vitest";
import { besideQuery, carryQuery, mostBeside, readBeside } from "./beside";

it("keeps the articles that an address holds open in their order, each once, the last ones of too many", () => {
  const ids = Array.from({ length: mostBeside + 2 }, (_, index) => `a${index}`);
  expect(readBeside("b.a..b")).toEqual(["b", "a"]);
  expect(readBeside(undefined)).toEqual([]);
  expect(readBeside(new URLSearchParams(besideQuery(ids)).get("beside")!)).toEqual(ids.slice(2));
  expect(besideQuery([])).toBe("");
});

it("carries on the list that a claim was opened from, however many filters it has, with what is open beside it", () => {
  const carry = new URLSearchParams(carryQuery("needs=all&topic=Ferries", ["a", "b"]));
  expect([carry.get("in"), carry.get("beside")]).toEqual(["needs=all&topic=Ferries", "a.b"]);
  expect(carryQuery(undefined, [])).toBe("");
});
