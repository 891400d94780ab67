import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractDump } from "./extract-dump";
import { mainText, type Extraction } from "./extraction";
import { isBoilerplate } from "./prose";

function expectSoundRanges({ fullText, mainRanges }: Pick<Extraction, "fullText" | "mainRanges">): void {
  const length = Array.from(fullText).length;
  let last = 0;
  for (const [start, end] of mainRanges) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(length);
    last = end;
  }
}

const harbourPage = `Skip to content
Home
World Economy Ships Weather Opinion
Newsletters
All Newsletters Arrow right

Ships, Norland, Bay of Teal

Edit post

Norland bought two ferries from yard under investigation, Daily Tide says

by Ana Brook and Per Lind March 3, 2023 9:05 AM 2 min read
Transport Minister Ida Sol boards a ferry in Port Teal, Norland, on March 1, 2023. (Jo Reed/Pool/Agency via Example Images)
This audio was generated with AI voices

Support local reporting on the coast. Join our readers today.

Norland's government bought two ferries for at least €48 million from a yard that is under investigation, the Daily Tide reported on March 2.

The yard denies it.

It delivered 🚢 three more ships to Teal between 2019 and 2022, according to port records seen by the newspaper.

"We knew nothing of an inquiry," said Sol, adding that the ministry "will look into the contract."

Seven things to know about the new harbour
The harbour of Port Teal was opened by the queen on Tuesday with fireworks and a speech, after nine years of building and at a cost that …
The Teal ObserverMia Ford
Two of the ferries began service in January.

Author: Ana Brook
Before you close this banner, hear us out…

The Teal Observer has no owner behind it: last year 71% of our income came from reader donations. Thank you to all our members.

Comments

Most popular

Enter your email to subscribe
Subscribe
* indicates required
Subscribe
* indicates required
© 2023 The Teal Observer. All rights reserved.
`;

describe("a page's dump", () => {
  const found = extractDump(harbourPage);
  const text = mainText(found);

  it("states title, byline, local time without a zone, language and the outlet that names itself", () => {
    expect(found.title).toBe("Norland bought two ferries from yard under investigation, Daily Tide says");
    expect(found.byline).toBe("Ana Brook and Per Lind");
    expect(found.publishedAt).toBe("2023-03-03T09:05");
    expect(found.language).toBe("en");
    expect(found.outlet).toBe("The Teal Observer");
  });

  it("holds every sentence of the article and the caption", () => {
    for (const part of [
      "boards a ferry",
      "€48 million",
      "It delivered 🚢 three",
      "knew nothing",
      "began service in January.",
    ])
      expect(text).toContain(part);
  });

  it("holds no teaser, appeal, audio line, form, menu or foot", () => {
    for (const part of [
      "Seven things",
      "opened by the queen",
      "Mia Ford",
      "71%",
      "AI voices",
      "Support local",
      "Subscribe",
      "required",
      "Weather",
      "Author:",
      "©",
      "banner",
    ])
      expect(text).not.toContain(part);
  });

  it("keeps the whole dump quotable, with LF line ends only", () => {
    const messy = "A ferry was sold in 2020 to Norland.\r\n\0B\ud800 said it was not sold at all.\r";
    expect(extractDump(messy).fullText).toBe(
      "A ferry was sold in 2020 to Norland.\nB said it was not sold at all.\n",
    );
    expect(found.fullText).toBe(harbourPage);
  });
});

describe("what is not said", () => {
  const plain = `Ferries were bought from a yard in Teal

The government of Norland bought ferries last year, reports show. They cost more than €40 million, and the yard has said nothing.

In the meantime, the ships have been seen in the bay. They are in service.

Share This Article

* `;

  it("stays null: no outlet, byline or date is guessed", () => {
    const { outlet, byline, publishedAt, kind } = extractDump(plain);
    expect({ outlet, byline, publishedAt, kind }).toEqual({
      outlet: null,
      byline: null,
      publishedAt: null,
      kind: null,
    });
  });

  it("leaves the sharing line out and the title in", () => {
    const text = mainText(extractDump(plain));
    expect(text.startsWith("Ferries were bought")).toBe(true);
    expect(text).toContain("They are in service.");
    expect(text).not.toContain("Share");
    expect(text).not.toContain("*");
  });

  it("is not taken from a day and month that could be swapped", () => {
    const dated = (date: string) =>
      extractDump(
        `The yard in Teal sells ferries\nby Ana Brook ${date}\n\nThe yard in Teal sold two ferries to Norland.`,
      );
    expect(dated("03/04/2023").publishedAt).toBeNull();
    expect(dated("03/24/2023").publishedAt).toBe("2023-03-24");
    expect(dated("4 березня 2023, 14:05").publishedAt).toBe("2023-03-04T14:05");
  });
});

describe("odd pastes", () => {
  it("a single line is its own main text", () => {
    expect(mainText(extractDump("Norland sold 107 ferries"))).toBe("Norland sold 107 ferries");
    expect(mainText(extractDump("  The yard sold 107 ferries in 2023.  "))).toBe(
      "The yard sold 107 ferries in 2023.",
    );
  });

  it("text broken at a column stays one paragraph", () => {
    const wrapped =
      "The government of Norland has bought two ferries from a yard in\nPort Teal for at least 48 million euros, the transport minister\nsaid on Thursday.";
    expect(extractDump(wrapped).mainRanges).toEqual([[0, wrapped.length]]);
  });

  it("readers' comments are not the article", () => {
    const text = mainText(
      extractDump(
        `${plainStory}\n\nComments\n\n${"I have been on that ferry and it was late, as always. ".repeat(9)}`,
      ),
    );
    expect(text).not.toContain("it was late");
  });

  it("a passage about cookies or support is no boilerplate by itself", () => {
    expect(
      isBoilerplate("The regulator fined the firm €3 million because its site set cookies without asking."),
    ).toBe(false);
    expect(isBoilerplate("Support for the party fell to 12 percent in March, a poll found.")).toBe(false);
    expect(
      isBoilerplate("Related parties sold shares for €2 million before the announcement was made public."),
    ).toBe(false);
  });
});

const plainStory = [1, 2, 3, 4, 5, 6]
  .map((n) => `The yard in Teal delivered ferry number ${n} to Norland in May.`)
  .join("\n\n");

describe("any text", () => {
  const line = fc.oneof(
    fc.string({ unit: "binary", maxLength: 80 }),
    fc.constantFrom(
      "Subscribe",
      "* indicates required",
      "by Ana Brook June 3, 2023 9:05 AM",
      "Comments",
      "…",
      "\u{1f6a2}\u{1f6a2}.",
    ),
    fc.lorem({ mode: "sentences", maxCount: 3 }),
  );
  it("gives ordered ranges inside the text, and never throws", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const found = extractDump(lines.join("\n"));
        expectSoundRanges(found);
        for (const part of mainText(found).split("\n\n")) expect(found.fullText).toContain(part);
        expect(extractDump(found.fullText).fullText).toBe(found.fullText);
      }),
    );
  });

  it.each(["a ", "1 ", "\n", ". ", "by A", "“", "© ", "June "])(
    "%j again and again is read to its end, within the time that any test has",
    (unit) => expectSoundRanges(extractDump(unit.repeat(50_000))),
  );
});

const seedsDir = process.env.SEEDS_DIR ?? "../shared/seeds";
describe.runIf(existsSync(seedsDir))("the example articles", () => {
  const texts = existsSync(seedsDir)
    ? readdirSync(seedsDir)
        .sort()
        .map((name) => readFileSync(join(seedsDir, name), "utf8"))
    : [];
  const [first, second] = texts.map(extractDump) as [Extraction, Extraction];

  it("the page: head and sentences, without what surrounds them", () => {
    expect(first.title).toMatch(/^Putin gifted Kim .* Reuters says$/);
    expect(first.byline).toBe("Nate Ostiller");
    expect(first.publishedAt).toBe("2024-06-28T14:26");
    expect(first.outlet).toBe("The Kyiv Independent");
    expect(first.language).toBe("en");
    const text = mainText(first);
    for (const part of [
      "June 19, 2024",
      "Reuters said",
      "widely distributed",
      "$34 million",
      "primary foe",
      "Turkey",
      "continue to do so",
      "two cars",
    ])
      expect(text).toContain(part);
    for (const part of [
      "dearest friend",
      "key takeaways",
      "80%",
      "audio",
      "Support",
      "newsletter",
      "Subscribe",
      "Featured",
      "required",
    ])
      expect(text).not.toContain(part);
  });

  it("the rewrite: all of it but the sharing line, and no head that it does not state", () => {
    expect([second.outlet, second.byline, second.publishedAt]).toEqual([null, null, null]);
    const whole = second.fullText.replace(/Share This Article[\s\S]*$/, "");
    expect(mainText(second).replace(/\s+/g, " ")).toBe(whole.replace(/\s+/g, " ").trim());
  });
});
