import { expect, test } from "vitest";
import { cardAlt, type CardFacts } from "./share-card";

const facts: CardFacts = {
  siteName: "The Desk",
  host: "desk.example",
  label: null,
  language: "en",
  speaks: "en",
  rating: { code: "disputed", label: "Disputed", meaning: "the evidence shows it is wrong", number: 1 },
  finding: "It was less.",
  claim: "It was $34 million.",
  isVerbatim: true,
  claimant: null,
  version: 1,
  publishedAt: "2024-07-02T12:00:00Z",
  correction: null,
  retractedAt: null,
  isSuperseded: false,
  notices: [],
};

test.each<[string, Partial<CardFacts>, string]>([
  ["the rating that holds", {}, "Disputed: It was less. The claim: “It was $34 million.”"],
  [
    "what we checked, unquoted",
    { isVerbatim: false },
    "Disputed: It was less. The claim: It was $34 million.",
  ],
  [
    "a notice beside it",
    { label: "Demonstration", notices: ["under-review"] },
    "Demonstration. Under review. Disputed: It was less. The claim: “It was $34 million.”",
  ],
  [
    "that it was replaced",
    { isSuperseded: true },
    "Version 1, replaced since. Disputed: It was less. The claim: “It was $34 million.”",
  ],
  [
    "that it was retracted, and no rating",
    { rating: null },
    "Retracted: we withdrew this verdict. The claim: “It was $34 million.”",
  ],
])("the words of a picture say %s", (_, more, words) => {
  expect(cardAlt({ ...facts, ...more })).toBe(words);
});
