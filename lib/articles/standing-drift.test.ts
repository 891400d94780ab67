import { expect, test } from "vitest";
import { driftNews } from "./standing-drift";

type Row = [
  name: string,
  before: [outcome: string, is: string | null] | null,
  now: [outcome: string, is: string | null],
  news: "changed" | "restored" | null,
];

test.each<Row>([
  ["first seen altered", null, ["altered", "b"], "changed"],
  ["first seen the same", null, ["unchanged", null], null],
  ["the same again", ["unchanged", null], ["moved", null], null],
  ["altered after the same", ["unchanged", null], ["altered", "b"], "changed"],
  ["the same alteration again", ["altered", "b"], ["altered", "b"], null],
  ["altered again, to other words", ["altered", "b"], ["altered", "c"], "changed"],
  ["gone after altered", ["altered", "b"], ["gone", null], "changed"],
  ["gone again", ["gone", null], ["gone", null], null],
  ["back after altered", ["altered", "b"], ["unchanged", null], "restored"],
  ["back elsewhere after gone", ["gone", null], ["moved", null], "restored"],
  ["not reached after altered", ["altered", "b"], ["unreachable", null], null],
  ["refused after the same", ["moved", null], ["blocked", null], null],
  ["refused at first", null, ["blocked", null], null],
])("%s", (_name, before, [outcome, is], news) => {
  const last = new Map(before ? [["q", { outcome: before[0], is: before[1] }]] : []);
  const found = driftNews([{ quoteId: "q", outcome, was: "a", is }], last);
  expect([found.changed.length, found.restored.length]).toEqual([
    news === "changed" ? 1 : 0,
    news === "restored" ? 1 : 0,
  ]);
});
