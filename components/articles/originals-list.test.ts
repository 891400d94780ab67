import { expect, it } from "vitest";
import { weightWords } from "./originals-list";

const none = { outlet: null, title: null, url: null, state: "mentioned" as const, failureMessage: null };

it.each([
  [[0, 0, 0, 4, 2], "only suggested: 4 open claims, 2 articles"],
  [[0, 1, 1, 0, 0], "1 open claim waits for it · 1 article leans on it"],
  [
    [1, 2, 3, 1, 1],
    "2 open claims wait for it, 1 at the gate · 3 articles lean on it · only suggested: 1 open claim, 1 article",
  ],
] as const)("counts apart what waits and what is only suggested: %j", (counts, words) => {
  const [stops, claims, articles, suggestedClaims, suggestedArticles] = counts;
  expect(weightWords({ ...none, stops, claims, articles, suggestedClaims, suggestedArticles })).toBe(words);
});
