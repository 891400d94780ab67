import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shareCard, type CardFacts } from "../../components/reader/share-card";
import { cardFonts, type CardFonts } from "./card-fonts.server";
import { drawable } from "./card-text";
import { codePointsOf, unpackWoff } from "./woff-font";

let home = "";
let fonts: CardFonts;
const before = { home: process.env.COUNTERSIGN_HOME, database: process.env.DATABASE_URL };

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "card-fonts-"));
  Object.assign(process.env, { COUNTERSIGN_HOME: home, DATABASE_URL: "postgresql://none" });
  fonts = await cardFonts();
});
afterAll(async () => {
  for (const [name, value] of [
    ["COUNTERSIGN_HOME", before.home],
    ["DATABASE_URL", before.database],
  ] as const) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  await rm(home, { recursive: true, force: true });
});

const facts: CardFacts = {
  siteName: "The Example Desk",
  host: "desk.example",
  label: "Demonstration, not a finding",
  language: "en",
  speaks: "en",
  rating: { code: "disputed", number: 1, label: "Disputed", meaning: "the evidence shows it is wrong" },
  finding: "The $34 million covers parts from all countries, not South Korea’s alone",
  claim: "Aurus imported at least $34 million in South Korean parts",
  claimant: "A relay",
  version: 1,
  isVerbatim: true,
  publishedAt: "2024-07-02T10:00:00Z",
  correction: null,
  retractedAt: null,
  isSuperseded: false,
  notices: [],
};

/** Width and height in a PNG's header. */
const sizeOf = (png: Uint8Array) => [Buffer.from(png).readUInt32BE(16), Buffer.from(png).readUInt32BE(20)];
const words = (svg: string) => [...svg.matchAll(/<text x="([-\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</g)];

const many =
  "The ministry announced that 14,000 hectares were flooded and that compensation would be paid. ".repeat(6);
const cases: [string, Partial<CardFacts>][] = [
  ["a short claim", {}],
  ["a claim far too long", { claim: many.trim() }],
  ["a finding far too long", { finding: many.trim(), claim: many.trim() }],
  ["a word without end", { claim: `https://example.org/${"path/".repeat(60)}`, claimant: "x".repeat(300) }],
  ["long names everywhere", { siteName: "Newsroom ".repeat(20).trim(), label: "Band ".repeat(30).trim() }],
  ["Ukrainian", { language: "uk", claim: "Україна ввозила деталі на $34 млн, ґрунтуючись на її даних" }],
  [
    "Arabic with Latin in it",
    { language: "ar", claim: "استوردت الشركة قطعًا بقيمة 34 مليون دولار (Reuters) من كوريا" },
  ],
  ["a retraction", { rating: null }],
  ["a retraction of a long claim", { rating: null, claim: many.trim() }],
  ["a long claim that is under review", { claim: many.trim(), notices: ["source-changed", "under-review"] }],
];

describe("the picture of a verdict", () => {
  test.each(cases)("of %s is 1200 by 630, and every word stands inside its margins", async (_, changes) => {
    const svg = shareCard({ ...facts, ...changes }, fonts);
    expect(sizeOf(await fonts.render(svg))).toEqual([1200, 630]);
    for (const [, x, y, text] of words(svg)) {
      expect(Number(x), text).toBeGreaterThanOrEqual(60);
      expect(Number(x), text).toBeLessThan(1140);
      expect(Number(y), text).toBeLessThanOrEqual(604);
    }
    const claim = words(svg).filter(([, , y]) => Number(y) > 300 && Number(y) < 599);
    expect(claim.length).toBeGreaterThan(0);
    expect(Math.max(...claim.map(([, , y]) => Number(y)))).toBeLessThan(562);
  });

  test("says the rating in words beside the claim, its label, and never a rating once retracted", () => {
    const text = (svg: string) =>
      words(svg)
        .map(([, , , word]) => word)
        .join(" ");
    expect(text(shareCard(facts, fonts))).toContain("Disputed");
    expect(text(shareCard(facts, fonts))).toContain("Demonstration, not a finding");
    expect(text(shareCard({ ...facts, label: null, isSuperseded: true }, fonts))).toContain(
      "Version 1, replaced since",
    );
    const gone = text(shareCard({ ...facts, rating: null }, fonts));
    expect([gone.includes("Retracted"), gone.includes("Disputed")]).toEqual([true, false]);
    // Nor the shape and the colour of one: withdrawn is not false.
    expect(shareCard({ ...facts, rating: null }, fonts)).not.toMatch(/<path|#a0162b/);
    expect(gone).not.toContain("covers");
    expect(shareCard({ ...facts, claim: '<image href="http://x"/>&"' }, fonts)).not.toContain("<image");
  });

  test.each<[string, Partial<CardFacts>, string]>([
    ["what stands beside the rating", { notices: ["under-review"] }, "Under review"],
    ["each thing that does", { notices: ["outdated", "under-review"] }, "Out of date · Under review"],
    ["that it was replaced", { isSuperseded: true }, "Version 1, replaced since"],
  ])("says %s in a band of its own between rating and finding", (_, more, said) => {
    const lines = (svg: string) => {
      const byLine = new Map<number, string>();
      for (const [, , y, word] of words(svg)) {
        const at = Number(y);
        byLine.set(at, [byLine.get(at), word].filter(Boolean).join(" "));
      }
      return byLine;
    };
    const svg = shareCard({ ...facts, ...more }, fonts);
    const noted = lines(svg);
    const at = [...noted].find(([, line]) => line === said)?.[0];
    const place = (line: string) => [...noted].find(([, other]) => other === line)![0];
    expect(at).toBeGreaterThan(place(facts.rating!.meaning));
    expect(at).toBeLessThan([...noted].find(([, line]) => facts.finding.startsWith(line))![0]);
    expect(svg).toContain('<rect x="0" y="236" width="1200" height="56" fill="#1a1c20"/>');
    expect([...lines(shareCard(facts, fonts)).values()]).not.toContain(said);
  });

  test.each<[string, Partial<CardFacts>]>([
    ["as it is", {}],
    ["under a notice", { notices: ["under-review"] }],
    ["where the finding is long and the claim short", { finding: many.trim(), claim: "It was $34 million." }],
  ])("is read from rating to finding to claim, each smaller than the one before: %s", (_, more) => {
    const svg = shareCard({ ...facts, ...more, isVerbatim: true }, fonts);
    const texts = [...svg.matchAll(/<g font-size="(\d+)"[^>]*>(.*?)<\/g>/g)].map(([, size, inside]) => ({
      size: Number(size),
      said: inside!.replaceAll(/<[^>]*>/g, " "),
    }));
    const sizeOfLine = (start: RegExp) => texts.find(({ said }) => start.test(said))!.size;
    const finding = sizeOfLine(/^\s*The\s+(?:\$34|ministry)/);
    expect(sizeOfLine(/^\s*Disputed/)).toBeGreaterThan(finding);
    expect(finding).toBeGreaterThan(sizeOfLine(/“/));
    expect(svg.lastIndexOf(">“")).toBeGreaterThan(svg.indexOf("The claim, by"));
  });

  test("says that a verdict was retracted larger than anything else, across the card", () => {
    const svg = shareCard({ ...facts, rating: null }, fonts);
    const sizes = [...svg.matchAll(/<g font-size="(\d+)"[^>]*><text[^>]*>([^<]*)/g)];
    const [largest] = sizes.sort((one, other) => Number(other[1]) - Number(one[1]));
    expect([largest![2], Number(largest![1]) > 100]).toEqual(["Retracted", true]);
    expect(svg).toContain('<rect x="0" y="112" width="1200" height="208" fill="#1a1c20"/>');
  });

  test("puts the claim in quotation marks only where these are the words that were published", () => {
    const quoted = (isVerbatim: boolean) => /[“”]/u.test(shareCard({ ...facts, isVerbatim }, fonts));
    expect([quoted(true), quoted(false)]).toEqual([true, false]);
  });

  test("is not drawn for scripts whose letters the fonts lack", () => {
    for (const text of ["Łódź, Şişli", "Київ", "Αθήνα", "القاهرة", "ירושלים"]) {
      expect(drawable(text, fonts.covers), text).toBe(text);
    }
    for (const text of ["東京", "กรุงเทพ", "दिल्ली"]) expect(drawable(text, fonts.covers), text).toBeNull();
  });
});

test("a web font is unpacked into one whose tables begin and end where its directory says", async () => {
  const woff = await readFile("node_modules/@fontsource/inter/files/inter-latin-400-normal.woff");
  const font = unpackWoff(woff, "card");
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const [start, size] = [font.readUInt32BE(12 + 16 * index + 8), font.readUInt32BE(12 + 16 * index + 12)];
    expect(start % 4).toBe(0);
    expect(start + size).toBeLessThanOrEqual(font.length);
  }
  expect(codePointsOf(font).has("A".codePointAt(0)!)).toBe(true);
  expect(codePointsOf(font).has("Ж".codePointAt(0)!)).toBe(false);
  expect(() => unpackWoff(Buffer.from("wOF2 nothing"), "card")).toThrow("no WOFF 1.0");
});
