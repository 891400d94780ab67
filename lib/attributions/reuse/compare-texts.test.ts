import { describe, expect, test } from "vitest";
import { reuseEvents } from "../../../bench/reuse/events";
import { independentReports } from "../../../bench/reuse/independents";
import { scoreIndependents, scorePairs } from "../../../bench/reuse/score-pairs";
import { suggestAttributions } from "../suggest-attributions";
import { compareOrigins } from "./compare-origins";
import { compareTexts } from "./compare-texts";
import { textFacts, type ComparedArticle } from "./text-facts";

const desk = { articles: 0, holding: new Map<string, number>() };
const outlets = ["Coastal Wire", "Selby Post", "Ferry Times"].map((name) => ({ name, also: [], host: null }));

function facts(id: string, text: string, over: Partial<ComparedArticle> = {}) {
  const { outlet = null, language = "en" } = over;
  const credits = suggestAttributions({
    text,
    title: null,
    byline: null,
    outlet,
    links: [],
    language,
    outlets,
  });
  return textFacts({ id, text, language, publishedAt: null, outlet, owner: null, credits, ...over });
}

const report = `SELBY (Coastal Wire) - Selby Ferries bought engines worth at least 12 million euros from Fjordkraft and Motorvik between 2019 and 2022, according to shipping records seen by the Coastal Wire.

A manager at Fjordkraft told the Coastal Wire that Selby Ferries would get more engines next spring.

The yard of Brattholm fits them in winter. The line sold 912 tickets on its first day.`;
const wire = facts("wire", report, { outlet: "Coastal Wire", publishedAt: "2031-03-14T06:00:00Z" });

const hidden = `Foreign engines in the ships of Selby

It was revealed that the proud new ships run on engines of Fjordkraft and Motorvik. The people in Brattholm do the fitting whenever the season is over.

Nobody on the quay talks about it. Over 900 tickets were sold when the service began, and Selby Ferries wants to buy again.`;

describe("events written for this", () => {
  const pairs = [...scorePairs(reuseEvents), ...scoreIndependents(independentReports)];

  test("no true independent, translation or unrelated story is called a copy", () => {
    const wrong = pairs.filter(({ expected, ours }) => expected === "none" && ours !== null);
    expect(wrong.filter(({ kind }) => kind !== "relay")).toEqual([]);
  });

  test("every wire copy, light and heavy rewrite is found, the right way round", () => {
    const reuse = pairs.filter(({ expected }) => expected === "reuse");
    expect(reuse.filter(({ ours, isRightWay }) => ours === null || !isRightWay)).toEqual([]);
    expect(reuse).toHaveLength(18);
  });
});

describe("a rewrite that names no source", () => {
  test("is suggested with the shared rare names and figures as its reason", () => {
    const found = compareTexts(facts("rewrite", hidden), wire, desk);
    expect(found).toMatchObject({
      type: "uncredited-rewrite",
      fromId: "rewrite",
      toId: "wire",
      rule: "shared rare names and figures",
    });
    for (const words of [
      "Fjordkraft",
      "Motorvik",
      "Brattholm",
      "Over 900 tickets",
      "It was revealed",
      "unknown",
    ])
      expect(found?.words).toContain(words);
  });

  test("does not depend on which of the two is looked at first", () => {
    const rewrite = facts("rewrite", hidden);
    expect(compareTexts(wire, rewrite, desk)).toEqual(compareTexts(rewrite, wire, desk));
  });

  test("cannot have been published before", () => {
    expect(compareTexts(facts("rewrite", hidden, { publishedAt: "2031-03-01" }), wire, desk)).toBeNull();
  });

  test("is no rewrite when it credits an outlet, asked somebody of its own, or reports itself", () => {
    for (const more of [
      "The Coastal Wire reported this on Friday.",
      "“I saw them,” said the engineer Paul Dahl.",
      "Our reporter counted four of them.",
    ])
      expect(compareTexts(facts("rewrite", `${hidden}\n\n${more}`), wire, desk)).toBeNull();
  });

  test("is none in another language or an unknown one, and weeks apart it is another story", () => {
    for (const language of ["de", "uk", null])
      expect(compareTexts(facts("rewrite", hidden, { language }), wire, desk)).toBeNull();
    expect(compareTexts(facts("rewrite", hidden, { publishedAt: "2031-06-01" }), wire, desk)).toBeNull();
  });

  test("names that many articles of the desk hold do not show one", () => {
    const holding = new Map(
      ["selby", "fjordkraft", "motorvik", "brattholm", "ferries"].map((key) => [key, 40] as const),
    );
    expect(compareTexts(facts("rewrite", hidden), wire, { articles: 300, holding })).toBeNull();
  });
});

describe("copies", () => {
  test("the later one leads to the earlier, an unknown order is said", () => {
    const copy = (publishedAt: string | null) =>
      compareTexts(facts("copy", report, { outlet: "Selby Post", publishedAt }), wire, desk);
    expect(copy("2031-03-14T09:00:00Z")).toMatchObject({ type: "republishes", fromId: "copy", toId: "wire" });
    expect(copy("2031-03-12")).toMatchObject({ fromId: "wire", toId: "copy" });
    expect(copy(null)).toMatchObject({ fromId: "copy", toId: "wire" });
    expect(copy(null)?.words).toContain("which was first is unknown");
    expect(copy("2031-03-14T09:00:00Z")?.words).not.toContain("unknown");
  });

  test("a report inside a longer article is found by containment", () => {
    const around = Array.from({ length: 60 }, (_, at) => `Sentence ${at} speaks of weather and fish.`).join(
      " ",
    );
    expect(
      compareTexts(facts("long", `${report}\n\n${around}`, { publishedAt: "2031-03-15" }), wire, desk),
    ).toMatchObject({
      type: "republishes",
      fromId: "long",
      words: expect.stringContaining("100% of the other article's words also stand in it") as string,
    });
  });

  test("two reports that quote one speech at length are no copies", () => {
    const speech = `“${Array.from({ length: 80 }, (_, at) => `promise${at}`).join(" ")}”`;
    const one = facts(
      "one",
      `The mayor, Ida Holm, spoke for an hour in the town hall. ${speech} Children sang, rain fell on the roof and the band played until the lamps went out at ten in the evening. Then all went home by bus.`,
    );
    const two = facts(
      "two",
      `Applause at the end, and a walkout in the middle: the budget speech split the council into camps of nearly one size. ${speech} The opposition leader Per Moe answered that nothing of it was paid for, said so twice, and left.`,
    );
    expect(compareTexts(one, two, desk)).toBeNull();
  });
});

describe("what two articles have in common besides their words", () => {
  const other = (text: string, over: Partial<ComparedArticle> = {}) =>
    facts("other", text, { outlet: "Selby Post", publishedAt: "2031-03-15", ...over });

  test("one owner, when they are about one matter", () => {
    const owned = { ...wire, owner: "Tidewater Media" };
    const about = "Engines of Fjordkraft and Motorvik go to Brattholm, said Ida Holm.";
    expect(compareOrigins(other(about, { owner: "Tidewater Media" }), owned, desk)).toEqual([
      {
        type: "same-owner",
        fromId: "other",
        toId: "wire",
        rule: "one owner",
        words: "Selby Post and Coastal Wire belong to Tidewater Media",
      },
    ]);
    expect(compareOrigins(other("It rains in Melby.", { owner: "Tidewater Media" }), owned, desk)).toEqual(
      [],
    );
    expect(compareOrigins(other(about, { owner: "Harbour Press" }), owned, desk)).toEqual([]);
  });

  test("one dataset that both name", () => {
    const text = "Most went to Fjordkraft and Motorvik, according to shipping records.";
    expect(compareOrigins(other(text), wire, desk)).toMatchObject([
      { type: "same-dataset", words: "shipping records" },
    ]);
  });

  test("one statement, when both quote the same words of it", () => {
    const statement = "“We regret that the engines of our ships did not come from home,”";
    const one = facts(
      "one",
      `In Brattholm it rained. ${statement} the board of Fjordkraft said in a statement.`,
      {
        publishedAt: "2031-03-01",
      },
    );
    const two = facts(
      "two",
      `They waited in Brattholm. ${statement} the board of Fjordkraft wrote in a press release.`,
      {
        publishedAt: "2031-03-04",
      },
    );
    expect(compareOrigins(one, two, desk)).toMatchObject([
      { type: "same-press-release", fromId: "two", toId: "one" },
    ]);
  });

  test("one interview, when both quote the same words of it and both say that it was one", () => {
    const said = "“We knew from the first winter on that those engines would not last,”";
    const with_ = (how: string) => `${said} Ida Holm of Selby Ferries ${how} about Fjordkraft and Motorvik.`;
    const [one, two] = [
      facts("one", with_("told Radio Melby"), { outlet: "Selby Post", publishedAt: "2031-03-14" }),
      facts("two", with_("said in an interview"), { outlet: "Ferry Times", publishedAt: "2031-03-18" }),
    ];
    expect(compareOrigins(one, two, desk)).toMatchObject([
      {
        type: "same-interview",
        fromId: "two",
        toId: "one",
        words: expect.stringContaining("first winter") as string,
      },
    ]);
    const speech = facts("three", with_("said on the quay"), {
      outlet: "Ferry Times",
      publishedAt: "2031-03-18",
    });
    expect(compareOrigins(one, speech, desk)).toEqual([]);
  });
});
