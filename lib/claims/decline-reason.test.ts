import { expect, test } from "vitest";
import { declineReasonOf } from "./decline-reason";

test.each([
  ["opinion", undefined, "opinion", null],
  ["low-reach", "Forty people.", "low-reach", "Forty people."],
  ["Not checkable", undefined, "not-checkable", null],
  ["Nobody reads it.", undefined, "other", "Nobody reads it."],
  ["Nobody reads it.", "Nor did we.", "other", "Nobody reads it.\nNor did we."],
])("declining with “%s” and the note %s keeps the reason %s, and every word", (given, more, reason, note) => {
  expect(declineReasonOf({ reason: given, note: more })).toEqual({ reason, note });
});

test.each([undefined, "  "])(
  "declining with no more than %s is refused, with the reasons there are",
  (reason) => {
    const refused = expect.objectContaining({
      code: "reason-missing",
      detail: expect.stringMatching(/opinion.*Few people/),
    });
    expect(() => declineReasonOf({ reason })).toThrow(expect.objectContaining({ failure: refused }));
  },
);
