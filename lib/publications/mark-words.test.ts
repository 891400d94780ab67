import { describe, expect, test } from "vitest";
import { excerptOf, markWords, type MarkedPart } from "./mark-words";

const shown = (parts: readonly MarkedPart[]) =>
  parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join("");

test.each<[text: string, sought: string[], expected: string]>([
  ["South Korean parts", ["south", "korean", "parts"], "[South Korean parts]"],
  ["Parts from South Korea’s maker", ["south", "korea"], "Parts from [South Korea’s] maker"],
  ["parts, parts", ["parts"], "[parts], [parts]"],
  ["<b>parts</b> & “parts”", ["parts"], "<b>[parts]</b> & “[parts]”"],
  ["sold 1,234 cars for $46.6", ["1234", "46.6"], "sold [1,234] cars for $[46.6]"],
  ["Erdoğan in Łódź", ["erdogan", "lodz"], "[Erdoğan] in [Łódź]"],
  ["Санкції й санкція", ["санкції"], "[Санкції] й санкція"],
  ["partition", ["part"], "partition"],
  ["東京の車", ["京"], "東[京]の車"],
  ["👩‍🚒 parts \u{1F697}", ["parts"], "👩‍🚒 [parts] \u{1F697}"],
  ["nothing", [], "nothing"],
  ["", ["a"], ""],
])("%j with %j marked is %s", (text, sought, expected) => {
  const parts = markWords(text, new Set(sought));
  expect(shown(parts)).toBe(expected);
  expect(parts.map((part) => part.text).join("")).toBe(text);
});

describe("an excerpt", () => {
  const long = `${"before ".repeat(60)}the needle is here ${"after ".repeat(60)}`.trim();

  test("has the words around the first one that was looked for, cut between words", () => {
    const excerpt = shown(excerptOf(long, new Set(["needle"])) ?? []);
    expect(excerpt).toMatch(/^… before .*the \[needle\] is here after .*after …$/);
    expect(excerpt.length).toBeLessThan(200);
  });

  test("of a short text is the text, and of one without the words there is none", () => {
    expect(shown(excerptOf("“A needle.”", new Set(["needle"])) ?? [])).toBe("“A [needle].”");
    expect(excerptOf("A pin.", new Set(["needle"]))).toBeNull();
  });

  test("of one endless word has that word", () => {
    const endless = "x".repeat(900);
    expect(shown(excerptOf(`a ${endless} b`, new Set([endless])) ?? [])).toContain(`[${endless}]`);
  });
});
