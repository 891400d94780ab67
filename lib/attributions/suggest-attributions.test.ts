import { describe, expect, test } from "vitest";
import { suggestAttributions } from "./suggest-attributions";
import type { AttributionInput } from "./suggest-attributions";

const suggest = (over: Partial<AttributionInput>) =>
  suggestAttributions({ text: "", title: null, byline: null, outlet: "Harbour Daily", links: [], ...over });
const short = (over: Partial<AttributionInput>) =>
  suggest(over).map(({ type, relay, origin, rule }) => [
    rule,
    type,
    relay?.outlet ?? null,
    origin?.name ?? null,
  ]);

describe("attributions suggested by rules", () => {
  test.each([
    [
      "It shipped 40 tonnes, according to customs data seen by Reuters.",
      ["material seen by X", "cites", "Reuters", "customs data"],
    ],
    [
      "Based on court records reviewed by the Northern Post, he owed more.",
      ["material seen by X", "cites", "Northern Post", "court records"],
    ],
    ["A port official confirmed to Reuters that it sank.", ["told X", "cites", "Reuters", "port official"]],
    ["Anna Berg told the BBC it sank.", ["told X", "cites", "BBC", "Anna Berg"]],
    [
      "A ministry official, who asked not to be named, told AP it sank.",
      ["told X", "cites", "Associated Press", "ministry official"],
    ],
    [
      "The sinking was first reported by the Northern Post.",
      ["first reported by X", "cites", "Northern Post", null],
    ],
    [
      "An inspection report, which Reuters has read, warned of it.",
      ["material seen by X", "cites", "Reuters", "inspection report"],
    ],
    ["According to Bloomberg, it sank.", ["according to X", "cites", "Bloomberg", null]],
    [
      "It sank, according to a report by the Northern Post.",
      ["according to X", "cites", "Northern Post", null],
    ],
    [
      "It sank, according to the harbour ministry.",
      ["according to a document or a group", "cites", null, "harbour ministry"],
    ],
    [
      "It sank, according to two officials.",
      ["according to a document or a group", "cites", null, "two officials"],
    ],
    ["It sank, Reuters reported on Friday.", ["X reported", "cites", "Reuters", null]],
    ["The New York Times has also reported that it sank.", ["X reported", "cites", "New York Times", null]],
    ["It was in a tape seen by Yonhap.", ["material seen by X", "cites", "Yonhap", null]],
    ["OSLO, May 2 (Reuters) - It sank.", ["agency in the dateline", "republishes", "Reuters", null]],
  ])("“%s”", (text, expected) => {
    expect(short({ text })).toEqual([expected]);
  });

  test.each([
    ["title", "Ferry sank, Reuters says", "X reported", "cites"],
    ["title", "Ferry sank in the fog - Reuters", "X at the end of the headline", "cites"],
    ["title", "Reuters: ferry sank in the fog", "X at the start of the headline", "cites"],
    ["byline", "By Reuters", "agency in the byline", "republishes"],
    ["byline", "Anna Berg, with AFP", "agency in the byline", "republishes"],
  ] as const)("%s “%s”", (place, text, rule, type) => {
    expect(suggest({ [place]: text })).toMatchObject([{ place, rule, type }]);
  });

  test.each([
    "The minister said that it sank.",
    "Berg said nothing.",
    "According to the plan, it would sail.",
    "Photo: Oskar Lind/Pool/AFP via Getty",
    "",
  ])("nothing from “%s”", (text) => {
    expect(suggest({ text })).toEqual([]);
  });

  test("an outlet that quotes itself reports itself", () => {
    expect(
      short({ text: "A port official told Harbour Daily that it sank.", outlet: "The Harbour Daily" }),
    ).toEqual([["told X", "cites", null, "port official"]]);
    expect(short({ text: "Harbour Daily has learned that it sank." })).toEqual([
      ["X reported", "own-reporting", null, null],
    ]);
    expect(short({ text: "We have obtained the log." })).toEqual([
      ["own reporting", "own-reporting", null, null],
    ]);
  });

  test("an unnamed source is known to the relay only and is not primary", () => {
    expect(suggest({ text: "A port official told Reuters it sank." })[0]?.origin).toEqual({
      name: "port official",
      kind: "person",
      primary: false,
      naming: "unnamed-known-to-relay",
    });
    expect(suggest({ text: "It sank, according to customs data seen by Reuters." })[0]?.origin).toMatchObject(
      {
        kind: "dataset",
        primary: true,
        naming: "named",
      },
    );
  });

  test("one suggestion a source, with the words at their code points", () => {
    const text =
      "🚢 It sank, Reuters said. Reuters reported more, according to customs data seen by Reuters.";
    const found = suggest({ text, title: "Ferry sank, Reuters says" });
    expect(found).toHaveLength(1);
    const { exact, start, end } = found[0]!.quote;
    expect(Array.from(text).slice(start, end).join("")).toBe(exact);
    expect(exact).toBe("according to customs data seen by Reuters");
  });

  test("a link to an outlet is one, and lends its address", () => {
    const links = [
      { href: "https://www.reuters.com/world/ferry", text: "said" },
      { href: "javascript:void(0)", text: "x" },
      { href: "https://notreuters.com/", text: "x" },
    ];
    expect(suggest({ links })).toMatchObject([
      { rule: "links to X", relay: { outlet: "Reuters", url: links[0]!.href } },
    ]);
    expect(suggest({ links, text: "It sank, Reuters said." })).toMatchObject([
      { rule: "X reported", relay: { outlet: "Reuters", url: links[0]!.href } },
    ]);
  });

  test.each([
    ["https://harbour.example/ferry", "https://www.reuters.com/ferry", "Reuters"],
    ["https://harbour.example/ferry", "https://wire.example.org/ferry", "example.org"],
    [null, "https://www.reuters.com/ferry", "Reuters"],
  ])("a page at %s whose own address is %s is taken over from there", (url, canonicalUrl, outlet) => {
    expect(suggest({ url, canonicalUrl })).toMatchObject([
      {
        type: "republishes",
        rule: "canonical address at X",
        place: "address",
        relay: { outlet, url: canonicalUrl },
        quote: { exact: canonicalUrl },
      },
    ]);
  });

  test.each([
    ["https://harbour.example/ferry?x=1", "https://www.harbour.example/ferry", "Harbour Daily"],
    ["https://reuters.com/ferry", "https://www.reuters.com/ferry", "Reuters"],
    [null, "https://harbour.example/ferry", "Harbour Daily"],
    ["https://harbour.example/ferry", "not an address", "Harbour Daily"],
  ])("a page at %s whose own address is %s is its own", (url, canonicalUrl, outlet) => {
    expect(suggest({ url, canonicalUrl, outlet })).toEqual([]);
  });

  test("quoted words and spoken ones go to their speakers, once each", () => {
    const text =
      "“It sank,” said Anna Berg, a diver. Ole Lund, who steered, said on Tuesday that he was sorry. Berg added that it was cold.";
    expect(short({ text })).toEqual([
      ["quotes X", "cites", null, "Anna Berg"],
      ["X said", "cites", null, "Ole Lund"],
    ]);
    expect(suggest({ text })[0]).toMatchObject({ quote: { exact: "said Anna Berg, a diver" } });
  });

  test("whom an article of ours does not name, we know", () => {
    const text = "A port official said that it sank.";
    expect(suggest({ text, isOurs: true })[0]?.origin?.naming).toBe("unnamed-known-to-us");
    expect(suggest({ text })[0]?.origin?.naming).toBe("unnamed-known-to-relay");
  });

  test("other names lead to the outlet or person that they are", () => {
    const outlets = [{ name: "Coastal Wire", also: ["CW", "Küstendraht"], host: "coast.example" }];
    const entities = [{ name: "Anna Berg", kind: "person", also: ["A. M. Berg"] }];
    expect(short({ text: "It sank, CW reported.", outlets })).toEqual([
      ["X reported", "cites", "Coastal Wire", null],
    ]);
    expect(short({ text: "A. M. Berg told CW that it sank.", outlets, entities })).toEqual([
      ["told X", "cites", "Coastal Wire", "Anna Berg"],
    ]);
    expect(
      suggest({ links: [{ href: "https://www.coast.example/1", text: "here" }], outlets }),
    ).toMatchObject([{ rule: "links to X", relay: { outlet: "Coastal Wire" } }]);
  });

  test("an outlet that one sentence shows to be one is one in the others", () => {
    expect(
      short({
        title: "Ferry sank, Coastal Wire says",
        text: "It was old, according to port records seen by the Coastal Wire.",
      }),
    ).toEqual([["material seen by X", "cites", "Coastal Wire", "port records"]]);
  });

  test.each(["Reuters ", "According to ", "A, ", "seen by The ", "(Reuters ", "told Anna "])(
    "%j again and again is read to its end, within the time that any test has",
    (word) => expect(Array.isArray(suggest({ text: word.repeat(20_000) }))).toBe(true),
  );
});
