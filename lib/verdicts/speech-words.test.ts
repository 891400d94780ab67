import { expect, it } from "vitest";
import { passesOnWords } from "./speech-words";
import { writeUpSentences } from "./write-up";

it.each([
  ["en", "The office says that it never bought them."],
  ["en-GB", "Officials say the bridge is safe."],
  ["en", "According to the harbour master, nothing was dredged."],
  ["en", "It is safe, the owner told reporters."],
  ["en", "The maker has denied it."],
  ["en", "Nobody was hurt, a witness said."],
  ["uk", "У відомстві кажуть, що нічого не купували."],
  ["uk", "За словами очевидця, ніхто не постраждав."],
  ["uk-UA", "Він розповів, що міст безпечний."],
  ["uk", "Виробник це заперечує."],
])("%s: %s asks for a source", (language, text) => {
  expect(passesOnWords(text, language)).toBe(true);
  expect(writeUpSentences(text, [], language)[0]!.needsCover).toBe(true);
});

it.each([
  ["en", "How that happened is not known to us."],
  ["en", "We cannot say whether it is so."],
  ["en", "The report doesn’t say who paid, and the office did not say either."],
  ["en", "We told the owner what we found."],
  ["en", "We have said why above."],
  ["en", "That is to say, it adds no origin."],
  ["en", "Little can be said about it."],
  ["en", "Both reports are public, and so are the claims."],
  ["uk", "Як це сталося, нам невідомо."],
  ["uk", "Обидва звіти відкриті."],
  ["de", "Das Amt sagt nichts."],
])("%s: %s does not", (language, text) => expect(passesOnWords(text, language)).toBe(false));

it("a heading that names who speaks is none of their words", () => {
  expect(writeUpSentences("## What the office says")[0]!.needsCover).toBe(false);
});
