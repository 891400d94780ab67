import { describe, expect, test } from "vitest";
import { draftAsOf, type DraftWrite } from "./draft-as-of";

const write = (version: number, fields: DraftWrite["fields"], by = "ann"): DraftWrite => ({
  by,
  version,
  fields,
});
const writes = [
  write(1, { finding: "They do.", writeUp: "One." }, "bob"),
  write(2, { rating: "disputed" }),
  write(3, { finding: "They do not." }),
  write(4, { finding: "They do not, yet.", asOf: "2024-06-28", rating: null }),
];

describe("a draft as it was", () => {
  test.each([
    [
      "gives each field written since what it said last before",
      2,
      { finding: "They do.", asOf: null, rating: "disputed" },
    ],
    ["leaves what nobody touched since out", 3, { finding: "They do not.", asOf: null, rating: "disputed" }],
  ])("%s", (_name, since, fields) => {
    expect(draftAsOf(writes, { by: "ann", since, now: 4 })).toEqual(fields);
  });

  test("is blank before the first write", () => {
    const own = [write(1, { finding: "They do.", summary: ["One"], sentenceNotes: [{}] })];
    expect(draftAsOf(own, { by: "ann", since: 0, now: 1 })).toEqual({
      finding: "",
      summary: [],
      sentenceNotes: [],
    });
  });

  test("is what somebody else left, when their version was saved over; what was written before it stays", () => {
    const made = [
      write(1, { finding: "They do.", rating: "disputed" }),
      write(2, { finding: "Three of them do." }),
      write(3, { finding: "Two of them do.", writeUp: "One." }, "bob"),
      write(4, { finding: "Three of them do." }),
      write(5, { writeUp: "Two." }),
    ];
    expect(draftAsOf(made, { by: "ann", since: 1, now: 5 })).toEqual({
      finding: "Two of them do.",
      writeUp: "One.",
    });
  });

  test("keeps a rating that was taken away before away", () => {
    const made = [
      write(1, { rating: "disputed" }),
      write(2, { rating: null }),
      write(3, { rating: "unproven" }),
    ];
    expect(draftAsOf(made, { by: "ann", since: 2, now: 3 })).toEqual({ rating: null });
  });

  test.each([
    ["the last to write is somebody else", [...writes, write(5, { finding: "No." }, "bob")], 3, "others"],
    ["all since is somebody else's", writes.slice(0, 1), 0, "others"],
    ["a write is missing", writes.slice(1), 3, "unknown"],
    ["words were erased", [write(1, null), ...writes.slice(1)], 3, "unknown"],
    ["a field is none that is known", [write(1, {}), write(2, { salt: "x" })], 1, "unknown"],
  ] as const)("is not told when %s", (_name, made, since, answer) => {
    expect(draftAsOf(made, { by: "ann", since, now: made.at(-1)!.version })).toBe(answer);
  });
});
