import { expect, it } from "vitest";
import { legalStanding, wantsLegalRead, type LegalRead } from "./legal-read";

/** "read:a" is a read of the draft with hash a, "asked" a request; each by a reader of that number. */
const reads = (...notes: string[]): LegalRead[] =>
  notes.map((note, index) => ({
    id: String(index),
    kind: note === "asked" ? "asked" : "read",
    reader: `Reader ${index}`,
    at: "2031-05-10T12:00:00Z",
    draftHash: note === "asked" ? null : note.slice("read:".length),
    notedById: "u1",
    notedAt: "2031-05-10T12:00:00Z",
  }));

it.each<[name: string, notes: string[], state: string, read: string | null, asked: string | null]>([
  ["nothing is noted", [], "none", null, null],
  ["somebody was asked", ["asked"], "none", null, "0"],
  ["it was read as it stands", ["asked", "read:now"], "read", "1", null],
  ["it changed after it was read", ["read:before"], "stale", "0", null],
  ["it changed and somebody was asked again", ["read:before", "asked"], "stale", "0", "1"],
  ["it was read again after a change", ["read:before", "asked", "read:now"], "read", "2", null],
  ["it is again what was read", ["read:now", "read:between"], "read", "0", null],
])("a draft: %s", (_name, notes, state, read, asked) => {
  const standing = legalStanding(reads(...notes), "now");
  expect([standing.state, standing.read?.id ?? null, standing.asked?.id ?? null]).toEqual([
    state,
    read,
    asked,
  ]);
});

it.each([
  ["off", [], ["Courts"], false],
  ["off", ["Courts"], ["Courts"], false],
  ["always", [], [], true],
  ["topics", ["Courts"], ["Rail", "courts"], true],
  ["topics", ["Courts"], ["Court"], false],
  ["topics", ["Courts"], [], false],
] as const)("asked for %s of %j: a claim about %j: %s", (legalRead, legalReadTopics, topics, isWanted) => {
  expect(wantsLegalRead({ legalRead, legalReadTopics }, topics)).toBe(isWanted);
});
