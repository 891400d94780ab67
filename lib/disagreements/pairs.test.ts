import { expect, test } from "vitest";
import type { DossierComparison } from "../claims/dossier";
import { dollars } from "../publications/fixtures/aurus-dossier";
import { inOrder, suggestedDisagreements } from "./pairs";

const evidence = ["e1", "e2"].map((id) => ({ id, figures: [dollars(`f-${id}`, 5, "$5")] }));
const compared = (a: string, b: string, over: Partial<DossierComparison> = {}): DossierComparison => ({
  id: `${a} ${b}`,
  a,
  b,
  class: "contradiction",
  explanation: "$5 against $6.",
  sameReport: false,
  status: "suggested",
  ...over,
});

test("a pair has one order, whichever quote was taken first", () => {
  expect(inOrder("b", "a")).toEqual(inOrder("a", "b"));
});

test.each([
  ["two quotes whose figures contradict each other", [compared("f-e2", "f-e1")], 1],
  ["the same two twice", [compared("f-e1", "f-e2"), compared("f-e2", "f-e1")], 1],
  ["a contradiction with the claim's own figure", [compared("f-claim", "f-e1")], 0],
  ["figures that only cover different things", [compared("f-e1", "f-e2", { class: "different-scope" })], 0],
  ["two figures of one quote", [compared("f-e1", "f-e1")], 0],
] as const)("%s: suggested %#", (_, comparisons, count) => {
  expect(suggestedDisagreements({ evidence, comparisons, disagreements: [] })).toHaveLength(count);
});

test("a pair that a person decided about is not suggested again, in either order", () => {
  const disagreements = [{ a: "e2", b: "e1" }];
  expect(
    suggestedDisagreements({ evidence, comparisons: [compared("f-e1", "f-e2")], disagreements }),
  ).toEqual([]);
});
