import { describe, expect, it, test } from "vitest";
import type { Dossier } from "../claims/dossier";
import { fallenWith, leaningSentences, waysTo } from "./blast-radius";

type Edge = Dossier["attributions"][number];

/** `b cites a`, `c own-reporting`, `d from-origin o`; a `?` at the end: only suggested. */
function edge(words: string, index: number): Edge {
  const [from = "", type = "", to = ""] = words.replace("?", "").split(" ");
  const isOrigin = type === "from-origin";
  return {
    id: String(index),
    type: (isOrigin ? "cites" : type) as Edge["type"],
    fromArticleId: from,
    toArticleId: type === "own-reporting" ? from : isOrigin ? null : to,
    toOriginId: isOrigin ? to : null,
    status: words.endsWith("?") ? "suggested" : "confirmed",
    reason: null,
  };
}

const rows: [name: string, edges: string[], ways: string[], fallen: string[]][] = [
  ["nothing else leans on it", [], ["a"], ["a"]],
  ["a relay", ["b cites a"], ["a", "b>a"], ["a", "b"]],
  [
    "a relay of a relay",
    ["c republishes b", "b uncredited-rewrite a"],
    ["a", "b>a", "c>b>a"],
    ["a", "b", "c"],
  ],
  ["only suggested", ["b cites a ?"], ["a"], ["a"]],
  ["a relay with reporting of its own", ["b cites a", "b own-reporting"], ["a", "b>a"], ["a"]],
  ["a relay with an origin of its own", ["b cites a", "b from-origin o"], ["a", "b>a"], ["a"]],
  ["a relay of two, one stands", ["b cites a", "b cites x"], ["a", "b>a"], ["a"]],
  [
    "a relay of two that both fall",
    ["b cites a", "b cites c", "c cites a"],
    ["a", "b>a", "c>a"],
    ["a", "b", "c"],
  ],
  ["the same owner is no leaning", ["b same-owner a"], ["a"], ["a"]],
  ["the same press release is no leaning", ["b same-press-release a"], ["a"], ["a"]],
  ["what it has itself from elsewhere stands", ["a cites z"], ["a"], ["a"]],
  ["a circle ends", ["a cites b", "b cites a"], ["a", "b>a"], ["a", "b"]],
];

test.each(rows)("%s", (_name, edges, ways, fallen) => {
  const attributions = edges.map(edge);
  const found = [...waysTo("a", attributions).values()].map((way) => way.join(">"));
  expect(found.sort()).toEqual([...ways].sort());
  expect([...fallenWith("a", attributions)].sort()).toEqual(fallen);
});

describe("sentences that lean on evidence", () => {
  const verdict = {
    summary: ["The board said so.[^one]", "No citation here."],
    writeUp: "It ordered seven ferries.[^one] It paid $42 million.[^one][^two] The mayor disagrees.[^two]",
  };

  it("are those that cite it, in the short points and in the write-up, and say whether anything else holds them", () => {
    expect(leaningSentences(verdict, new Set(["one"]))).toEqual([
      { text: "The board said so.", evidenceIds: ["one"], alone: true },
      { text: "It ordered seven ferries.", evidenceIds: ["one"], alone: true },
      { text: "It paid $42 million.", evidenceIds: ["one"], alone: false },
    ]);
  });

  it("do not stand alone on evidence that leans on the source and has another route too", () => {
    const found = leaningSentences(verdict, new Set(["one", "two"]), new Set(["one"]));
    expect(found.map(({ text, alone }) => [text, alone])).toEqual([
      ["The board said so.", true],
      ["It ordered seven ferries.", true],
      ["It paid $42 million.", false],
      ["The mayor disagrees.", false],
    ]);
  });

  it("are told once where points and write-up say the same, with whatever either of them cites", () => {
    const twice = {
      summary: ["It paid $42 million.[^one]", "It ordered seven ferries.[^one]"],
      writeUp: "It paid $42 million.[^two] It ordered seven ferries.[^one]",
    };
    expect(leaningSentences(twice, new Set(["one"]))).toEqual([
      { text: "It paid $42 million.", evidenceIds: ["one"], alone: false },
      { text: "It ordered seven ferries.", evidenceIds: ["one"], alone: true },
    ]);
  });
});
