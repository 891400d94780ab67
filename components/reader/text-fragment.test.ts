import { expect, test } from "vitest";
import { passageHref } from "./text-fragment";

test.each([
  [
    "https://x.example/a",
    "so-called, twelve & more",
    "https://x.example/a#:~:text=so%2Dcalled%2C%20twelve%20%26%20more",
  ],
  ["https://x.example/a#part", "two\n words", "https://x.example/a#part:~:text=two%20words"],
  ["https://x.example/a", null, "https://x.example/a"],
  ["javascript:alert(1)", "words", null],
  [null, "words", null],
])("%s with %j", (address, exact, href) => {
  expect(passageHref(address, exact)).toBe(href);
});

test("a long passage is named by its first and last words", () => {
  const words = Array.from({ length: 40 }, (_, index) => `word${index}`).join(" ");
  expect(passageHref("https://x.example/", words)).toBe(
    "https://x.example/#:~:text=word0%20word1%20word2%20word3%20word4,word35%20word36%20word37%20word38%20word39",
  );
});
