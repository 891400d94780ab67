import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractDump } from "../articles/extract-dump";
import { judgeSentence, suggestClaims } from "./suggest-claims";

const whole = (text: string): [number, number][] => [[0, Array.from(text).length]];

describe("a sentence is suggested with its reasons", () => {
  it.each([
    ["The yard in Teal sold two ferries to Norland for at least €48 million.", "names an amount"],
    ["Prices in Norland rose faster than wages, the bank said in May 2023.", "compares with before"],
    ["A spokeswoman for the ministry confirmed that the inquiry had begun.", "quotes an official"],
    ["The contract with Teal was signed on March 3, 2023.", "states a date"],
    [
      "The minister visited Port Teal and opened the harbour of Norland.",
      "can be checked: named place and act",
    ],
  ])("%s (%s)", (sentence, reason) => {
    const [found] = suggestClaims(sentence, whole(sentence));
    expect(found?.reasons).toContain(reason);
    expect(found?.score).toBeGreaterThan(0.29);
    expect(found?.score).toBeLessThanOrEqual(1);
  });

  it.each([
    "Who paid €48 million for the ferries of Norland?",
    "In conclusion, the ferries illustrate the true extent of Norland's struggle.",
    "Subscribe to The Teal Observer and support 12 reporters.",
    "Last year 71% of our income came from reader donations.",
    "It was sold.",
    "I think the ferries are beautiful.",
  ])("not suggested: %s", (sentence) => {
    expect(suggestClaims(sentence, whole(sentence))).toEqual([]);
  });

  it("reasons are plain words, and nothing is said of an empty sentence", () => {
    expect(judgeSentence("")).toEqual({ score: 0, reasons: [] });
  });
});

describe("places", () => {
  it("are code points over the full text, with 32 on either side", () => {
    const text =
      "🚢 menu\nThe yard in Teal sold two ferries to Norland for €48 million. It denies it.\nfoot 🚢 of the page and much more";
    const start = Array.from(text).indexOf("T");
    const [found] = suggestClaims(text, [[start, start + 74]]);
    const points = Array.from(text);
    expect(found?.quote.start).toBe(start);
    expect(points.slice(found?.quote.start, found?.quote.end).join("")).toBe(found?.quote.exact);
    expect(found?.quote.prefix).toBe("🚢 menu\n");
    expect(Array.from(found?.quote.suffix ?? "")).toHaveLength(32);
  });

  it("hold for any text and any ranges", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 300 }),
        fc.array(fc.tuple(fc.integer(), fc.nat(400))),
        (noise, ranges) => {
          const text = `${noise} Norland sold 12 ferries to Teal in 2019. ${noise}`;
          const points = Array.from(text);
          for (const { quote, score, reasons } of suggestClaims(text, ranges)) {
            expect(points.slice(quote.start, quote.end).join("")).toBe(quote.exact);
            expect(reasons.length).toBeGreaterThan(0);
            expect(score).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});

const seedsDir = process.env.SEEDS_DIR ?? "../shared/seeds";
describe.runIf(existsSync(seedsDir))("the example articles", () => {
  const texts = existsSync(seedsDir)
    ? readdirSync(seedsDir)
        .sort()
        .map((name) => readFileSync(join(seedsDir, name), "utf8"))
    : [];
  const suggested = texts.map((text) => {
    const { fullText, mainRanges } = extractDump(text);
    return suggestClaims(fullText, mainRanges)
      .map(({ quote }) => quote.exact)
      .join("\n");
  });

  it("have the claims of the page suggested, and nothing from around it", () => {
    for (const part of [
      "millions of dollars",
      "June 19, 2024",
      "widely distributed",
      "$34 million",
      "primary foe",
      "Turkey",
      "continue to do so",
      "two cars",
    ])
      expect(suggested[0]).toContain(part);
    for (const part of ["80%", "dearest friend", "audio", "Support", "Subscribe", "takeaways"])
      expect(suggested[0]).not.toContain(part);
  });

  it("have the claims of the rewrite suggested, but not its conclusion", () => {
    for (const part of [
      "were used to build",
      "seen together",
      "relies heavily",
      "worth millions",
      "February 2024",
      "did not respond",
      "Hong Kong, among",
      "Enertech",
      "Toyota",
      "Chinese producers",
      "$500,000",
      "over 100 cars",
      "Berdymukhamedov",
      "St. Petersburg",
    ])
      expect(suggested[1]).toContain(part);
    expect(suggested[1]).not.toContain("In conclusion");
  });
});
