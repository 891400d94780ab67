import { describe, expect, it } from "vitest";
import { netChanges, type ChangeNames, type ReadEntry } from "./net-changes";

const names: ChangeNames = {
  people: new Map([["p1", "Iryna Koval"]]),
  quotes: new Map([["e1", "Two new ferries"]]),
  evidence: ["01a2-b", "01a2-c"],
  articles: new Map([
    ["x1", "Ferries at sea"],
    ["x2", "Ferries on land"],
  ]),
  attributions: new Map([["a1", "The Herald cites the budget office"]]),
  verdict: { finding: "They do.", rating: "confirmed" },
  ratings: new Map([
    ["confirmed", "Confirmed"],
    ["mostly-confirmed", "Mostly right"],
  ]),
  timeZone: "Europe/Kyiv",
  figures: (text) => text.match(/\$\d+ million/g) ?? [],
};

let made = 0;
const entry = (event: string, more: Partial<ReadEntry> = {}): ReadEntry => ({
  id: String((made += 1)).padStart(4, "0"),
  at: `2031-03-14T12:00:${String(made % 60).padStart(2, "0")}Z`,
  who: "Marko Lind",
  event,
  subjectId: "c1",
  from: null,
  to: null,
  body: {},
  ...more,
});
const edited = (changes: object, was: object, who = "Marko Lind") =>
  entry("claim.edited", { who, body: { changes, was } });

const searchEdit = (changes: object, was: object, event = "search.edited") =>
  entry(event, { body: { changes, was } });

/** A change as one line: what, and the words taken out and put in. */
const said = (entries: ReadEntry[]) =>
  netChanges(entries, names).map((change) => {
    switch (change.what) {
      case "field":
        return `${change.of}.${change.field}: ${change.diff.map(({ op, text }) => (op === "same" ? text : op === "del" ? `[-${text}]` : `[+${text}]`)).join("")}`;
      case "figures":
        return `figures: -${change.gone.join()} +${change.come.join()}`;
      case "state":
        return `state: ${change.from} to ${change.to}`;
      case "other":
        return `${change.event}${change.about ? ` (${change.about})` : ""} x${change.times}`;
      default:
        return `${change.event}: ${change.words}`;
    }
  });

it("citations of the write-up are said by their numbers, and never as they are kept", () => {
  const written = (writeUp: string) => entry("verdict.written", { body: { version: 2, writeUp } });
  const [words] = said([
    written("Six.[^01a2-b] It rains.[^background] Old.[^01a2-z] Two.[^01a2-b][^01a2-c]"),
  ]);
  expect(words).toBe(
    "verdict.writeUp: [+Six. [evidence 1] It rains. [background] Old. [evidence that was removed] Two. [evidence 1] [evidence 2]]",
  );
});

describe("what several entries come to", () => {
  it.each([
    [
      "a field, word by word",
      [edited({ place: "Selby Harbour" }, { place: "Selby" })],
      ["claim.place: Selby[+ Harbour]"],
    ],
    [
      "a field that two people changed, from first to last",
      [edited({ place: "B" }, { place: "A" }), edited({ place: "C" }, { place: "B" }, "Iryna Koval")],
      ["claim.place: [-A][+C]"],
    ],
    [
      "nothing, for what was changed back",
      [edited({ place: "B" }, { place: "A" }), edited({ place: "A" }, { place: "B" })],
      [],
    ],
    [
      "a figure, beside the words it stands in",
      [edited({ text: "It cost $15 million" }, { text: "It cost $34 million" })],
      ["claim.text: It cost [-$34][+$15] million", "figures: -$34 million +$15 million"],
    ],
    [
      "edits of articles, each by its name",
      ["x1", "x2", "x1"].map((subjectId) => entry("article.edited", { subjectId })),
      ["article.edited (Ferries at sea) x2", "article.edited (Ferries on land) x1"],
    ],
    [
      "who does it, by name",
      [entry("claim.assigned", { body: { changes: { assigneeId: "p1" }, was: { assigneeId: null } } })],
      ["claim.assigneeId: [+Iryna Koval]"],
    ],
    [
      "a time, on the newsroom's clocks",
      [edited({ deadlineAt: "2031-03-14T16:00:00.000Z" }, { deadlineAt: "2031-03-14T15:00:00.000Z" })],
      ["claim.deadlineAt: 14 March 2031, [-17:00][+18:00] (Europe/Kyiv)"],
    ],
    [
      "a rating, by what the newsroom calls it",
      [entry("verdict.written", { body: { version: 4, rating: "mostly-confirmed" } })],
      ["verdict.rating: [-Confirmed][+Mostly right]"],
    ],
    [
      "the draft against what it was before",
      [
        entry("verdict.written", { body: { version: 4, finding: "They did" } }),
        entry("verdict.written", { body: { version: 5, finding: "They did." } }),
      ],
      ["verdict.finding: They [-do][+did]."],
    ],
    [
      "evidence added, in its words",
      [entry("evidence.added", { subjectId: "e1" })],
      ["evidence.added: Two new ferries"],
    ],
    [
      "nothing, for evidence that came and went",
      [entry("evidence.added", { subjectId: "e1" }), entry("evidence.removed", { subjectId: "e1" })],
      [],
    ],
    [
      "nothing, for evidence that went and came back",
      [entry("evidence.removed", { subjectId: "e1" }), entry("evidence.restored", { subjectId: "e1" })],
      [],
    ],
    [
      "what was decided last about a source",
      [
        entry("attribution.confirmed", { subjectId: "a1", from: "suggested", to: "confirmed" }),
        entry("attribution.rejected", { subjectId: "a1", from: "confirmed", to: "rejected" }),
      ],
      ["attribution.rejected: The Herald cites the budget office"],
    ],
    [
      "the state it went to over others",
      [
        entry("claim.submitted", { from: "researching", to: "in-review" }),
        entry("claim.called-ready", { from: "in-review", to: "ready" }),
      ],
      ["state: researching to ready"],
    ],
    [
      "no state, when it went there and back",
      [
        entry("claim.submitted", { from: "researching", to: "in-review" }),
        entry("claim.returned", { from: "in-review", to: "researching" }),
      ],
      [],
    ],
    ["the rest by kind", [entry("search.logged"), entry("search.logged")], ["search.logged x2"]],
    [
      "nothing, for a search that was logged and taken back",
      [entry("search.logged"), entry("search.withdrawn")],
      [],
    ],
    [
      "nothing, for a request that was taken back and put back",
      [entry("reply.withdrawn"), entry("reply.restored")],
      [],
    ],
    [
      "one thing, for a search that was put right and then taken back",
      [
        entry("search.edited"),
        entry("search.withdrawn"),
        entry("search.restored"),
        entry("search.withdrawn"),
      ],
      ["search.withdrawn x1"],
    ],
    [
      "what was logged, for a request that was taken back for a while",
      [entry("reply.asked"), entry("reply.withdrawn"), entry("reply.restored")],
      ["reply.asked x1"],
    ],
    [
      "nothing, for a search that was put right and put back",
      [
        searchEdit({ note: "b" }, { note: "a" }),
        searchEdit({ note: "a" }, { note: "b" }, "search.edit-undone"),
      ],
      [],
    ],
    [
      "what is left, for a search of which one of two fields was put back",
      [
        searchEdit({ note: "b", found: "something" }, { note: null, found: "nothing" }),
        searchEdit({ note: null }, { note: "b" }, "search.edit-undone"),
      ],
      ["search.edited x1", "search.edit-undone x1"],
    ],
    ["what came back, put back", [entry("search.restored")], ["search.restored x1"]],
  ])("%s", (_what, entries, expected) => expect(said(entries)).toEqual(expected));

  it("names everyone who had a hand in it once", () => {
    const [change] = netChanges(
      [
        edited({ place: "B" }, { place: "A" }),
        edited({ place: "C" }, { place: "B" }, "Iryna Koval"),
        edited({ place: "D" }, { place: "C" }),
      ],
      names,
    );
    expect(change?.who).toEqual(["Marko Lind", "Iryna Koval"]);
  });

  it("tells nothing of what is hidden but that it happened", () => {
    const hidden = ["verdict.written", "review.given", "comment.added"].map((event) =>
      entry(event, { body: null }),
    );
    expect(said(hidden)).toEqual(["verdict.written x1", "review.given x1", "comment.added x1"]);
  });

  it("of an erased payload tells that it happened", () => {
    expect(said([entry("claim.edited", { body: null })])).toEqual(["claim.edited x1"]);
  });
});
