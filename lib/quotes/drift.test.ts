import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classifyDrift } from "./drift";
import { anchorAt } from "./match-quote";

const old =
  "The yard imported at least $52 million in engines over six years. A spokeswoman, Ann Roe, said “we did not break any rules” on Friday. The end.";

function quoteOf(words: string, text = old) {
  const start = text.indexOf(words);
  return anchorAt(text, { start, end: start + words.length });
}

const drift = (words: string, edit: (text: string) => string) =>
  classifyDrift(quoteOf(words), edit(old), old);

describe("classifyDrift", () => {
  it.each<[string, string, (text: string) => string]>([
    ["the same text", "$52 million", (text) => text],
    ["curly marks made straight", "“we did not break any rules”", (text) => text.replace(/[“”]/g, '"')],
    ["other spaces", "at least $52 million", (text) => text.replaceAll(" ", "\u00a0")],
    ["soft hyphens before it", "six years", (text) => text.replace("imported", "im\u00adport\u00aded")],
  ])("calls %s unchanged", (_, words, edit) => {
    expect(drift(words, edit).outcome).toBe("unchanged");
  });

  it.each<[string, string, (text: string) => string]>([
    ["a paragraph put before", "at least $52 million", (text) => `New.\n${text}`],
    ["the sentence elsewhere", "The end.", (text) => `The end. ${text.replace(" The end.", "")}`],
    ["a changed neighbour", "at least $52 million", (text) => text.replace("engines", "motors")],
  ])("calls %s moved", (_, words, edit) => {
    expect(drift(words, edit).outcome).toBe("moved");
  });

  it.each<[string, string, (text: string) => string, string]>([
    ["a changed digit", "at least $52 million", (text) => text.replace("52", "25"), "at least $25 million"],
    ["a longer number", "$52", (text) => text.replace("$52", "$525"), "$525"],
    ["a decimal", "$52", (text) => text.replace("$52", "$52.5"), "$52.5"],
    [
      "a lost negation",
      "we did not break any rules",
      (text) => text.replace("not ", ""),
      "we did break any rules",
    ],
    [
      "lost marks",
      "“we did not break any rules”",
      (text) => text.replace(/[“”]/g, ""),
      "we did not break any rules",
    ],
    ["a changed name", "Ann Roe", (text) => text.replace("Ann Roe", "Eva Roe"), "Eva Roe"],
    ["one short word", "six", (text) => text.replace("six", "ten"), "ten"],
    [
      "a change at its place while the words stand elsewhere",
      "at least $52 million",
      (text) => `${text.replace("$52", "$25")} Rivals paid at least $52 million too.`,
      "at least $25 million",
    ],
  ])("calls %s altered, and says what stands there", (_, words, edit, is) => {
    expect(drift(words, edit)).toMatchObject({ outcome: "altered", was: words, is });
  });

  it.each<[string, string, (text: string) => string]>([
    ["another text", "at least $52 million", () => "Something else entirely was printed."],
    ["an empty text", "at least $52 million", () => ""],
    ["a deleted passage", "imported at least", (text) => text.replace("imported at least ", "")],
  ])("calls %s gone", (_, words, edit) => {
    expect(drift(words, edit).outcome).toBe("gone");
  });
});

const word = fc.stringMatching(/^[a-z]{3,9}$|^[1-9]\d{1,4}$/);
const words = fc.uniqueArray(word, { minLength: 14, maxLength: 40 });

/** A text of different words, with a quote of some of them in the middle. */
const sample = fc.record({
  words,
  from: fc.nat(8),
  length: fc.integer({ min: 1, max: 5 }),
  pick: fc.nat(),
  unit: fc.nat(),
});

it("a word beside the quote that ends like its old neighbour does not alter the quote", () => {
  const text = "aaa 10 aab aac aad 100 13 20 71 aba abb aae abc 18 abd aaf 12 aag";
  const start = text.indexOf("aac");
  const quote = anchorAt(text, { start, end: start + "aac aad 100 13 20".length });
  expect(classifyDrift(quote, text.replace(" 71 ", " 171 "), text).outcome).toBe("moved");
  expect(classifyDrift(quote, text.replace(" 71 ", " and 71 "), text).outcome).toBe("moved");
});

describe("drift over random edits", () => {
  it("never passes a changed letter or digit inside the quote", () => {
    fc.assert(
      fc.property(
        sample,
        fc.stringMatching(/^[a-z0-9]$/),
        ({ words, from, length, pick, unit }, replacement) => {
          const text = words.join(" ");
          const quoted = words.slice(from, from + length).join(" ");
          const start = words.slice(0, from).join(" ").length + (from > 0 ? 1 : 0);
          const quote = anchorAt(text, { start, end: start + quoted.length });
          const at = start + ((pick + unit) % quoted.length);
          fc.pre(text[at] !== " " && text[at] !== replacement);
          const edited = text.slice(0, at) + replacement + text.slice(at + 1);
          // A one-word quote may by chance stand elsewhere in the edited text.
          fc.pre(!` ${edited} `.includes(` ${quoted} `));
          expect(["altered", "gone"]).toContain(classifyDrift(quote, edited, text).outcome);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it("never calls a quote altered for edits outside it", () => {
    fc.assert(
      fc.property(sample, word, fc.boolean(), ({ words, from, length, pick }, added, isRemoval) => {
        const text = words.join(" ");
        const quotedWords = words.slice(from, from + length);
        const start = words.slice(0, from).join(" ").length + (from > 0 ? 1 : 0);
        const quote = anchorAt(text, { start, end: start + quotedWords.join(" ").length });
        const outside = words
          .map((_, index) => index)
          .filter((index) => index < from || index >= from + length);
        const index = outside[pick % outside.length] ?? 0;
        const edited = [...words];
        if (isRemoval) edited.splice(index, 1);
        else edited[index] = added;
        expect(["unchanged", "moved"]).toContain(classifyDrift(quote, edited.join(" "), text).outcome);
      }),
      { numRuns: 3_000 },
    );
  });
});
