import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sliceCodePoints } from "./code-points";
import { foldedWords } from "./fold";
import { matchQuote } from "./match-quote";

const text =
  "😀 The harbour sold “at least” 40 boats in May.\nThe harbour sold 12 boats in June. Nobody sold 400 boats. The harbour sold 12 boats in July.";

describe("matchQuote", () => {
  it("finds words that stand there once, with 32 code points of context", () => {
    const match = matchQuote(text, { exact: "40 boats in May" });
    expect(match).toMatchObject({
      found: "one",
      exact: "40 boats in May",
      suffix: ".\nThe harbour sold 12 boats in J",
    });
  });

  it("answers with the text's own words when only folding makes them equal", () => {
    expect(matchQuote(text, { exact: 'sold  "at least" 40' })).toMatchObject({
      found: "one",
      exact: "sold “at least” 40",
    });
    expect(matchQuote("im\u00adported\u00a0parts", { exact: "imported parts" })).toMatchObject({
      found: "one",
      start: 0,
      end: 15,
    });
  });

  it("never accepts a similar place, but says what is different there", () => {
    const match = matchQuote(text, { exact: "The harbour sold 21 boats in June" });
    expect(match).toMatchObject({
      found: "none",
      nearest: { exact: "The harbour sold 12 boats in June", differences: "“12” instead of “21”" },
    });
  });

  it("lists the places when nothing decides", () => {
    const match = matchQuote(text, { exact: "The harbour sold 12 boats in" });
    expect(match.found).toBe("many");
    expect(match.found === "many" && match.places).toHaveLength(2);
  });

  it("lists only the places that fit the neighbours as well as any", () => {
    const several =
      "They sold 12 boats in May. They sold 12 boats in June. We sold 12 boats in May. They sold 12 boats in May.";
    const match = matchQuote(several, { exact: "sold 12 boats", prefix: "They ", suffix: " in May" });
    expect(match).toMatchObject({ found: "many", places: [{ start: 5 }, { start: 85 }] });
  });

  it("finds places that overlap", () => {
    expect(matchQuote("banana", { exact: "ana" })).toMatchObject({
      found: "many",
      places: [
        { start: 1, end: 4 },
        { start: 3, end: 6 },
      ],
    });
  });

  it.each([
    [{ suffix: " July" }, 105],
    [{ suffix: "June" }, 47],
    [{ prefix: "400 boats." }, 105],
    [{ start: 105, end: 133 }, 105],
    [{ prefix: "400 boats. ", start: 47 }, 105],
  ])("lets %j decide among several", (hint, start) => {
    expect(matchQuote(text, { exact: "The harbour sold 12 boats in", ...hint })).toMatchObject({
      found: "one",
      start,
    });
  });

  it("prefers a whole number to a part of a longer one", () => {
    expect(matchQuote("It made 400 boats, then 40 boats.", { exact: "40" })).toMatchObject({
      found: "one",
      start: 24,
    });
  });

  it.each(["", "   ", "\n\t", "\ud83d", "x\ude00y"])("answers none to %j", (exact) => {
    expect(matchQuote(text, { exact })).toEqual({ found: "none" });
  });

  it("anchors every passage of any text at its own place", () => {
    const any = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(any, fc.nat(40), fc.integer({ min: 1, max: 12 }), (source, from, length) => {
        const exact = sliceCodePoints(source, from, from + length);
        fc.pre(foldedWords(exact) !== "");
        const match = matchQuote(source, { exact, start: from, end: from + [...exact].length });
        expect(match.found).not.toBe("none");
        if (match.found !== "one") return;
        expect(sliceCodePoints(source, match.start, match.end)).toBe(match.exact);
        expect(foldedWords(match.exact)).toBe(foldedWords(exact));
      }),
    );
  });

  it("comes to an end on hostile repetition, within the time that any test has", () => {
    const long = "a".repeat(300_000);
    const exacts = ["a".repeat(100_000), `b${"a".repeat(200)}`, `b${"a".repeat(50_000)}`];
    for (const exact of exacts) expect(matchQuote(long, { exact }).found).not.toBe("one");
  });
});

const seeds = process.env.SEEDS_DIR ?? "../shared/seeds";
describe.runIf(existsSync(seeds))("on the seeds", () => {
  it("finds the key sentence with straight or curly marks and tells a changed figure", () => {
    const seed = readFileSync(`${seeds}/000_4e40c858aba6ae11.txt`, "utf8");
    expect(matchQuote(seed, { exact: "at least $34 million in South Korean parts" }).found).toBe("one");
    expect(matchQuote(seed, { exact: "“primary foe.”" })).toMatchObject({
      found: "one",
      exact: '"primary foe."',
    });
    expect(matchQuote(seed, { exact: "at least $43 million in South Korean parts" })).toMatchObject({
      found: "none",
      nearest: { exact: "at least $34 million in South Korean parts" },
    });
  });
});
