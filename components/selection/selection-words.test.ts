import { expect, it } from "vitest";
import { sameClaimWords } from "./selection-words";

it.each([
  ["checked", "checked here"],
  ["retracted", "checked here, and retracted"],
  ["declined", "the claim that says the same, declined too"],
  ["open", "the claim that says the same, not checked yet"],
  [null, "the claim that says the same"],
] as const)("a claim that is %s is named as “%s”", (stands, words) => {
  expect(sameClaimWords(stands)).toBe(words);
});
