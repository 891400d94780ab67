import { expect, it } from "vitest";
import { quoteLabel } from "./quote-label";

it("keeps the number, the name and the words of another direction in their order", () => {
  expect(quoteLabel({ number: 3, name: "صحيفة", words: "سبع عبّارات" })).toBe(
    "3 · \u2068صحيفة\u2069: \u2068سبع عبّارات\u2069",
  );
  expect(quoteLabel({ number: 3, name: "The Herald", words: "a".repeat(80) })).toBe(
    `3 · The Herald: ${"a".repeat(70)}…`,
  );
});
