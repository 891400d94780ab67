import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sliceCodePoints } from "./code-points";
import { sentenceAround, splitSentences } from "./sentences";

const split = (text: string) =>
  splitSentences(text).map(({ start, end }) => sliceCodePoints(text, start, end));

const cases: [string, string[]][] = [
  ["One ends. Two begins.", ["One ends.", "Two begins."]],
  [
    "Harbour Tools Co. confirmed it. Nobody else did.",
    ["Harbour Tools Co. confirmed it.", "Nobody else did."],
  ],
  ["He works for Delta Inc. The firm is new.", ["He works for Delta Inc.", "The firm is new."]],
  ["Ford Motor Co. Chief Executive Ann Roe left.", ["Ford Motor Co. Chief Executive Ann Roe left."]],
  ["Under U.S. law it is fine. It stands.", ["Under U.S. law it is fine.", "It stands."]],
  ["He left the U.S. The trip was short.", ["He left the U.S.", "The trip was short."]],
  ["Mr. Lee met Dr. Roe in St. Ives. They spoke.", ["Mr. Lee met Dr. Roe in St. Ives.", "They spoke."]],
  ["It cost $15.5 million. Not much.", ["It cost $15.5 million.", "Not much."]],
  ["J. K. Roe and George W. Poe agreed. Done.", ["J. K. Roe and George W. Poe agreed.", "Done."]],
  ["She said “it is over.” Then she left.", ["She said “it is over.”", "Then she left."]],
  ['"Is it over?" he asked. Nobody knew.', ['"Is it over?" he asked.', "Nobody knew."]],
  ["“Is it over?” Roe asked. Nobody knew.", ["“Is it over?” Roe asked.", "Nobody knew."]],
  ["Well... it depends. Fine… Really.", ["Well... it depends.", "Fine…", "Really."]],
  ["At 5 p.m. on Friday it rained. So what.", ["At 5 p.m. on Friday it rained.", "So what."]],
  ["On Feb. 3 it rained. See No. 5 there.", ["On Feb. 3 it rained.", "See No. 5 there."]],
  [
    "A headline without a stop\nThe text. More text.",
    ["A headline without a stop", "The text.", "More text."],
  ],
  ["First block\n\nSecond block", ["First block", "Second block"]],
  [
    "The ministry said in its yearly report on trade that\nimports had doubled. Fine.",
    ["The ministry said in its yearly report on trade that\nimports had doubled.", "Fine."],
  ],
  [
    "Завод открыли в 2018 г. в Казани. Его строил г-н Петров.",
    ["Завод открыли в 2018 г. в Казани.", "Его строил г-н Петров."],
  ],
  ["It rose.[12] Then it fell.", ["It rose.[12]", "Then it fell."]],
  ["これは文です。次の文です。", ["これは文です。", "次の文です。"]],
  ["😀 One. 😀 Two.", ["😀 One.", "😀 Two."]],
  ["", []],
  [" \n\n ", []],
];

describe("splitSentences", () => {
  it.each(cases)("splits %j", (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it("never loses a visible character, never overlaps, never throws", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.constantFrom(". ", "Mr. ", "\n", "A", "”", "…"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        let last = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(sliceCodePoints(text, last, start).trim()).toBe("");
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(sliceCodePoints(text, last).trim()).toBe("");
      }),
    );
  });
});

describe("sentenceAround", () => {
  const text = "😀 One is here. Two is there. Three.\n\nFour is last.";
  const around = (words: string) => {
    const start = [...text.slice(0, text.indexOf(words))].length;
    const found = sentenceAround(text, start, start + words.length);
    return sliceCodePoints(text, found.start, found.end);
  };

  it.each([
    ["Two", "Two is there."],
    ["here. Two", "😀 One is here. Two is there."],
    ["last", "Four is last."],
    ["Three.", "Three."],
  ])("gives the whole sentence of %j", (words, sentence) => {
    expect(around(words)).toBe(sentence);
  });

  it("always contains the range it was given", () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(12), (start, length) => {
        const end = Math.min([...text].length, start + length);
        const from = Math.min(start, end);
        const found = sentenceAround(text, from, end);
        expect(found.start).toBeLessThanOrEqual(from);
        expect(found.end).toBeGreaterThanOrEqual(end);
      }),
    );
  });
});
