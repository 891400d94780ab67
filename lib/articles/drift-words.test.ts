import { expect, test } from "vitest";
import { driftInWords } from "./drift-words";

test.each([
  [[], "Captured. Nothing is quoted from it yet."],
  [["unchanged"], "1 quote has the same words."],
  [["moved", "unchanged", "altered"], "1 quote reads differently; 2 quotes have the same words."],
  [["gone", "gone"], "2 quotes are not there any more."],
  [["blocked", "blocked"], "The source refused us."],
  [["unreachable"], "The source was not reached."],
])("%j is said as %s", (outcomes, words) => {
  expect(driftInWords(outcomes.map((outcome) => ({ outcome })))).toBe(words);
});
