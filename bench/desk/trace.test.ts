import { expect, test } from "vitest";
import { effortOf, readTrace } from "./trace";

const lines = (...all: object[]) => all.map((line) => JSON.stringify(line)).join("\n");

test("keys and texts of everybody count while the piece is under way, and its seconds end with what it waited for", () => {
  const checker = readTrace(
    lines(
      { type: "context-options", monotonicTime: 1 },
      { type: "before", callId: "a", startTime: 900, class: "Page", method: "keyboardPress" },
      {
        type: "before",
        callId: "b",
        startTime: 1_000,
        class: "Tracing",
        method: "tracingGroup",
        title: "tip",
      },
      { type: "before", callId: "c", startTime: 1_100, method: "keyboardPress", parentId: "b" },
      { type: "before", callId: "d", startTime: 1_200, method: "keyboardInsertText", parentId: "b" },
      { type: "before", callId: "e", startTime: 1_300, method: "waitForURL", parentId: "b" },
      { type: "after", callId: "e", endTime: 3_400 },
      { type: "after", callId: "b", endTime: 3_500 },
      { type: "before", callId: "f", startTime: 3_600, method: "keyboardPress" },
    ),
  );
  const editor = readTrace(lines({ type: "before", callId: "x", startTime: 2_000, method: "keyboardPress" }));
  expect(effortOf("tip", [checker, editor])).toEqual({ keys: 2, texts: 1, seconds: 2.5 });
});

test("a piece that no trace was told of is refused rather than counted as nothing", () => {
  expect(() => effortOf("tip", [readTrace("")])).toThrow("“tip”");
});
