import { describe, expect, test } from "vitest";
import { dossierFixture, evidenceFixture } from "../claims/dossier-fixture";
import { sentenceAt, withCover } from "./cover-sentence";
import { coverGiven, type GivenCover } from "./given-cover";
import { gateIssues } from "./requirements";
import { options } from "./requirements/gate-fixture";
import { countSentences, draftSentences, numbersNotIn } from "./draft-sentences";
import type { SentenceNote } from "./sentence-note";

type Given = { finding?: string; summary?: string[]; writeUp?: string; notes?: SentenceNote[] };

function draft({ finding = "", summary = [], writeUp = "", notes = [] }: Given) {
  const base = dossierFixture();
  return {
    ...base,
    evidence: [evidenceFixture("e1"), evidenceFixture("e2")],
    verdict: { ...base.verdict, finding, summary, writeUp },
    sentenceNotes: notes,
  };
}

const open: GivenCover = { evidenceIds: [], background: null };

describe("what a sentence of the draft stands on", () => {
  const writeUp =
    "The log gives 400 tonnes in April.[^e1] Oslo has a port.[^background] Berg denied it. Nothing else is known.[^gone] It rained.";

  test("the write-up by its own marks, and what has nothing to cite by the rule", () => {
    const sentences = draftSentences(draft({ writeUp }));
    expect(sentences.map(({ cover }) => cover)).toEqual([
      { kind: "evidence", evidenceIds: ["e1"], from: null },
      { kind: "background", byRule: false, reason: null },
      { kind: "open" },
      { kind: "open" },
      { kind: "background", byRule: true, reason: null },
    ]);
    expect(sentences[3]).toMatchObject({ strange: ["gone"] });
    expect(countSentences(sentences)).toEqual({ all: 5, evidence: 1, background: 2, open: 2, toJudge: 0 });
  });

  test.each([
    ["The harbour log gives 400 tonnes", { kind: "evidence", evidenceIds: ["e1"], from: 0 }],
    ["It was 400 tonnes in April", { kind: "evidence", evidenceIds: ["e1"], from: 0 }],
    ["It was 500 tonnes in April", { kind: "open" }],
    ["It was not 400 tonnes in April", { kind: "open" }],
    ["Berg gives 400 tonnes", { kind: "open" }],
    ["Berg denied it", { kind: "open" }],
    ["He said “never” in April", { kind: "open" }],
    ["It was so", { kind: "background", byRule: true, reason: null }],
  ])(
    "a finding “%s” stands on one sentence of the write-up that says all of it, or is open",
    (finding, cover) => {
      expect(draftSentences(draft({ finding, writeUp }))[0]).toMatchObject({ field: "finding", cover });
    },
  );

  test("open is what the gate asks for, one line a sentence; finding and points are counted apart", () => {
    const whole = draft({
      finding: "Berg sold 9 ferries",
      summary: ["It cost 7."],
      writeUp: "It cost 5. It cost 6.[^gone][^lost] It rained.",
    });
    const counts = countSentences(draftSentences(whole));
    expect(counts).toEqual({ all: 5, evidence: 0, background: 1, open: 2, toJudge: 2 });
    const lines = gateIssues(whole, options).filter(({ code }) => code === "sentence-uncovered");
    expect(lines).toHaveLength(counts.open);
    expect(lines[1]?.message).toContain("“gone” and “lost”");
  });

  test("figures of two sentences are no support for one that joins them", () => {
    const two = "Parts cost $34 million.[^e1] South Korea sold some.[^e2]";
    const finding = "South Korea sold parts for $34 million";
    expect(draftSentences(draft({ finding, writeUp: two }))[0]?.cover).toEqual({ kind: "open" });
  });

  test("a note holds while its sentence reads the same and its evidence is there", () => {
    const note = {
      field: "summary" as const,
      text: "Berg denied it.",
      evidenceIds: ["e2"],
      background: null,
    };
    const of = (text: string, notes: SentenceNote[]) =>
      draftSentences(draft({ summary: ["It rained.", text], notes }))[1];
    expect(of("Berg denied it.", [note])).toMatchObject({
      point: 1,
      index: 1,
      cover: { kind: "evidence", evidenceIds: ["e2"], from: null },
    });
    expect(of("Berg denied all.", [note])?.cover).toEqual({ kind: "open" });
    expect(of("Berg denied it.", [{ ...note, evidenceIds: ["removed"] }])?.cover).toEqual({ kind: "open" });
  });
});

describe("saying what a sentence stands on", () => {
  test.each<[string, number, GivenCover, string]>([
    ["It cost 5. It rained.", 0, { ...open, evidenceIds: ["e1"] }, "It cost 5.[^e1] It rained."],
    [
      "It cost 5.[^e1] It rained.",
      0,
      { ...open, evidenceIds: ["e1", "e2"] },
      "It cost 5.[^e1][^e2] It rained.",
    ],
    ["It cost[^e2] 5. [^e1] It rained.", 0, { ...open, evidenceIds: ["e2"] }, "It cost[^e2] 5. It rained."],
    ["It cost 5.[^e1]", 0, { evidenceIds: [], background: "Known" }, "It cost 5.[^background]"],
    ["It cost 5.[^background]\n\nIt rained.", 0, open, "It cost 5.\n\nIt rained."],
    ["It cost 5. [^gone]", 0, { ...open, evidenceIds: ["e1"] }, "It cost 5.[^e1]"],
    ["It **cost 5.** It rained", 0, { ...open, evidenceIds: ["e1"] }, "It **cost 5.**[^e1] It rained"],
    [
      "- see [page 5](https://a.example/1)\n- b",
      0,
      { ...open, evidenceIds: ["e1"] },
      "- see [page 5](https://a.example/1)[^e1]\n- b",
    ],
    ["🛳️ costs 5.\n> It cost 7", 1, { ...open, evidenceIds: ["e1"] }, "🛳️ costs 5.\n> It cost 7[^e1]"],
  ])("“%s”, sentence %i", (writeUp, index, given, expected) => {
    const before = draft({ writeUp });
    const covered = withCover(before, draftSentences(before)[index]!, given);
    expect(covered.writeUp).toBe(expected);
    const after = draftSentences(draft({ writeUp: expected, notes: covered.sentenceNotes }))[index]!;
    expect(coverGiven(after)).toEqual(given);
  });

  test("what it stood on before brings the very words back", () => {
    const before = draft({ writeUp: "It cost 5.[^e1] It rained." });
    const sentence = draftSentences(before)[0]!;
    const changed = withCover(before, sentence, { evidenceIds: [], background: "Known" });
    const after = draft({ writeUp: changed.writeUp, notes: changed.sentenceNotes });
    expect(withCover(after, draftSentences(after)[0]!, coverGiven(sentence))).toEqual({
      writeUp: before.verdict.writeUp,
      sentenceNotes: [],
    });
  });

  test("the words find a sentence that moved, and never another one", () => {
    const moved = draft({ writeUp: "It cost 4. It cost 5. It cost 6. It cost 6." });
    const at = (text: string, index: number) =>
      sentenceAt(moved, { field: "writeUp", text, index })?.index ?? null;
    expect([at("It cost 5.", 0), at("It cost 6.", 3), at("It cost 6.", 0), at("It cost 7.", 1)]).toEqual([
      1,
      3,
      null,
      null,
    ]);
  });
});

test("numbers that no cited quote has are named as they are written", () => {
  expect(
    numbersNotIn("In 2023 it sold 1,000 for $34.5 million and 12.", ["1000 sold for 34.5", "12.5"]),
  ).toEqual(["2023", "12"]);
});
