import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { cleanText, countWords, text } from "./text-input";

const naughty = join(process.env.PAYLOADS_DIR ?? "../shared/payloads", "blns.json");

describe("cleanText", () => {
  it.each([
    ["plain", "plain"],
    ["a\0b", "ab"],
    ["a\ud83d", "a\ufffd"],
    ["\ude00a", "\ufffda"],
    ["\ud83d\0\ude00", "\ufffd\ufffd"],
    ["😀", "😀"],
    ["\u202eevil\u202c \u200b\u200d\ufeff", "\u202eevil\u202c \u200b\u200d\ufeff"],
    [" \r\n\t kept \u00a0 ", " \r\n\t kept \u00a0 "],
    ["e\u0301 \u00e9", "e\u0301 \u00e9"],
  ])("%j becomes %j", (input, output) => expect(cleanText(input)).toBe(output));

  it("the result survives UTF-8 and a second cleaning, and nothing but NUL and lone surrogates is touched", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (input) => {
        const cleaned = cleanText(input);
        const viaUtf8 = new TextDecoder("utf-8", { ignoreBOM: true }).decode(
          new TextEncoder().encode(cleaned),
        );
        return (
          viaUtf8 === cleaned && cleanText(cleaned) === cleaned && cleaned === input.replaceAll("\0", "")
        );
      }),
    );
  });

  it.runIf(existsSync(naughty))("the list of naughty strings comes through byte for byte", () => {
    const strings = JSON.parse(readFileSync(naughty, "utf8")) as string[];
    for (const string of strings) expect(cleanText(string)).toBe(string.replaceAll("\0", ""));
  });
});

describe("countWords", () => {
  it.each([
    ["", 0],
    ["  \n ", 0],
    ["one", 1],
    ["Aurus imported at least $34 million.", 6],
    ["2018–2023 — well-known", 2],
    ["— … !", 0],
    ["мы уточняем курс", 3],
    ["한국 부품 수입", 3],
    ["東京で", 3],
    ["東京 Tokyo", 3],
    ["a\u00a0b", 2],
  ])("%j has %i", (input, words) => expect(countWords(input)).toBe(words));

  it("1.3.12: gets through a long run without a letter, which a quadratic count would not", () => {
    expect(countWords("-".repeat(500_000))).toBe(0);
    expect(countWords("東".repeat(200_000))).toBeGreaterThan(0);
  });
});

describe("text", () => {
  const messages = (schema: z.ZodType, input: unknown) => {
    const result = schema.safeParse(input);
    return result.success ? [] : result.error.issues.map((issue) => issue.message);
  };

  it("2.2.x: says in plain words what is wrong", () => {
    expect(messages(text({ max: 5000, unit: "words" }), "word ".repeat(6210))).toEqual([
      "Too long: 5,000 words at most, and this has 6,210 words.",
    ]);
    expect(messages(text({ max: 3 }), "four")).toEqual([
      "Too long: 3 characters at most, and this has 4 characters.",
    ]);
    expect(messages(text({ max: 9, min: 5 }), " four ")).toEqual([
      "Too short: 5 characters at least, and this has 4 characters.",
    ]);
    expect(messages(text({ max: 9, min: 2, unit: "words" }), "one")).toEqual([
      "Too short: 2 words at least, and this has 1 word.",
    ]);
    expect(messages(text({ max: 9 }), " \n ")).toEqual(["Write something here."]);
    expect(messages(text({ max: 9 }), "\0")).toEqual(["Write something here."]);
    expect(messages(text({ max: 9 }), 7)).toEqual(["Write this as text."]);
    expect(messages(text({ max: 9 }), ["a"])).toEqual(["Write this as text."]);
    expect(messages(text({ max: 9 }), undefined)).toEqual(["This is missing."]);
  });

  it("counts code points, cleans, keeps spaces, and lets empty text through when asked", () => {
    expect(text({ max: 2 }).parse("😀😀")).toBe("😀😀");
    expect(text({ max: 9 }).parse(" a\0b ")).toBe(" ab ");
    expect(text({ max: 9, min: 0 }).parse("")).toBe("");
    expect(messages(text({ max: 10, unit: "words" }), "x".repeat(201))).toEqual([
      "Too long: 200 characters at most, and this has 201 characters.",
    ]);
  });

  it("gives its limits to JSON Schema", () => {
    expect(z.toJSONSchema(text({ max: 200 }))).toMatchObject({
      type: "string",
      minLength: 1,
      maxLength: 200,
    });
    expect(z.toJSONSchema(z.object({ a: text({ max: 5, min: 0 }) }), { io: "input" })).toMatchObject({
      properties: { a: { type: "string", maxLength: 5 } },
    });
  });
});
