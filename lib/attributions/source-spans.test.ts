import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codePointLength, sliceCodePoints } from "../quotes/code-points";
import { sourceSpans } from "./source-spans";
import { speakersOf } from "./speakers";
import { suggestAttributions } from "./suggest-attributions";

const sources = (text: string) => sourceSpans(text).map(({ exact, cue }) => [exact, cue.lemma]);

describe("who is named as a source", () => {
  test.each([
    ["before the verb", "Mayor Ida Holm said the quay is closed.", [["Mayor Ida Holm", "say"]]],
    ["after a quotation", "“The quay is closed,” said Ida Holm.", [["Ida Holm", "say"]]],
    ["after two apostrophes", "''The quay is closed,'' said Ida Holm.", [["Ida Holm", "say"]]],
    [
      "with what she is",
      "Ida Holm, a spokeswoman for the port, said the quay is closed.",
      [["Ida Holm, a spokeswoman for the port", "say"]],
    ],
    [
      "through auxiliaries and infinitives",
      "The port has also declined to say how long.",
      [
        ["The port", "decline"],
        ["The port", "say"],
      ],
    ],
    ["of a second verb", "Ida Holm closed the quay and told the crews.", [["Ida Holm", "tell"]]],
    ["of a participle", "Ida Holm closed the quay, saying it was unsafe.", [["Ida Holm", "say"]]],
    [
      "behind according to",
      "It is closed, according to the port authority.",
      [["the port authority", "according to"]],
    ],
    ["as a pronoun", "She added that it was unsafe.", [["She", "add"]]],
    [
      "in a relative clause",
      "The diver who found the crack warned the crews.",
      [["The diver who found the crack", "warn"]],
    ],
    [
      "behind by, in the passive",
      "The quay was criticised. It was described by divers as unsafe.",
      [["divers", "describe"]],
    ],
    ["as a speaker's label", "HOLM: It is closed.", [["HOLM", ":"]]],
  ])("%s", (_, text, expected) => {
    const found = sources(text);
    for (const one of expected) expect(found).toContainEqual(one);
  });

  test("what is said inside a quotation is the speaker's own", () => {
    expect(sources("“Ida Holm said it and Ole Berg warned us,” Kari Moe said.")).toEqual([
      ["Kari Moe", "say"],
    ]);
  });

  test.each(["The quay is closed.", "It was said.", ""])("nobody in “%s”", (text) => {
    expect(sources(text)).toEqual([]);
  });
});

describe("who speaks", () => {
  const names = (text: string) =>
    speakersOf(text).map(({ name, kind, unnamed }) => [name, kind, unnamed ? "unnamed" : "named"]);

  test.each([
    ["Former Harbour Minister Ida Holm said so.", [["Ida Holm", "person", "named"]]],
    ["“No,” said Capt. Ole Berg, who steered.", [["Ole Berg", "person", "named"]]],
    ["Ida Holm came. Later Holm said so.", [["Ida Holm", "other", "named"]]],
    ["Ida Holm said so. Mayor Ida Holm added more.", [["Ida Holm", "person", "named"]]],
    [
      "BYT and Enertech said so.",
      [
        ["BYT", "organisation", "named"],
        ["Enertech", "other", "named"],
      ],
    ],
    [
      "Ida Holm and Ole Berg said so.",
      [
        ["Ida Holm", "other", "named"],
        ["Ole Berg", "other", "named"],
      ],
    ],
    ["Marks and Spencer said so.", [["Marks and Spencer", "other", "named"]]],
    ["The Ministry of Fishes, Ferries and Coastal Works said so.", []],
    ["The Coast Ministry said so.", [["Coast Ministry", "organisation", "named"]]],
    ["A senior port official said so.", [["senior port official", "person", "unnamed"]]],
    ["A spokeswoman, Ida Holm, said so.", [["Ida Holm", "person", "named"]]],
    ["The minister said so. She added more.", []],
    ["Ida Holm did not say so.", []],
    ["Reports say so.", []],
  ])("“%s”", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

const words = fc.constantFrom(
  "Ida",
  "Holm",
  "said",
  "told",
  "Reuters",
  "who",
  "that",
  ",",
  ".",
  "“",
  "”",
  '"',
  "''",
  "according",
  "to",
  "of",
  "the",
  "and",
  "—",
  "(",
  ")",
  ":",
  "🚢",
  "повідомляє",
  "«Хвиля»",
  "за",
  "даними",
  "1,000",
  "http://a.b@c",
  "\n\n",
  "Ä",
  "\u0000",
  "\ud800",
);
const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.array(words, { maxLength: 60 }).map((list) => list.join(" ")),
  fc.array(words, { maxLength: 60 }).map((list) => list.join("")),
);

describe("arbitrary text", () => {
  test("spans lie inside it and hold the words that they say", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { exact, start, end, cue } of sourceSpans(text)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(codePointLength(text));
          expect(sliceCodePoints(text, start, end)).toBe(exact);
          expect(sliceCodePoints(text, cue.start, cue.end)).toBe(cue.exact);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("suggestions never throw and quote the text", () => {
    fc.assert(
      fc.property(anyText, anyText, (text, title) => {
        const input = { text, title, byline: title, outlet: "Harbour Daily", links: [], canonicalUrl: title };
        for (const { place, quote } of suggestAttributions(input)) {
          const within = place === "text" ? text : title;
          expect(sliceCodePoints(within, quote.start, quote.end)).toBe(quote.exact);
        }
      }),
      { numRuns: 200 },
    );
  });

  // Quadratic patterns would take minutes here and run into the time limit of a test.
  test.each([
    ["one long word", "a".repeat(300_000)],
    ["one long address", "http://a".repeat(40_000)],
    ["mail addresses without spaces", "a.b@".repeat(60_000)],
    ["digits and commas", "1,".repeat(120_000)],
    ["open brackets", "(((".repeat(60_000)],
    ["quotation marks", "“ ".repeat(100_000)],
    ["names", "Ida Holm ".repeat(30_000)],
    ["verbs", "Ida said ".repeat(20_000)],
    ["Cyrillic cues", "за даними Хвиля ".repeat(15_000)],
    ["commas", "Ida, a, ".repeat(30_000)],
  ])("%s", (_, text) => {
    expect(Array.isArray(sourceSpans(text))).toBe(true);
    expect(
      Array.isArray(suggestAttributions({ text, title: null, byline: null, outlet: null, links: [] })),
    ).toBe(true);
  });
});
