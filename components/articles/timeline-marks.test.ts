import { describe, expect, it } from "vitest";
import type { LookDto, LookOutcome } from "@/lib/articles/source-history-dto";
import { outcomesOf, timelineMarks } from "./timeline-marks";

const look = (day: number, outcome: LookOutcome): LookDto => ({
  id: String(day),
  at: new Date(Date.UTC(2031, 2, 1) + day * 86_400_000).toISOString(),
  outcome,
  method: "fetched",
  by: null,
  isCopy: outcome === "copied",
  detail: null,
});

describe("marks on the line", () => {
  it("stand by time, from the first look to the last", () => {
    const marks = timelineMarks([look(0, "copied"), look(5, "same"), look(10, "altered")], 100, 8);
    expect(marks.map(({ x, outcome }) => [x, outcome])).toEqual([
      [0, "copied"],
      [50, "same"],
      [100, "altered"],
    ]);
  });

  it("that are too near are one, which shows the most telling", () => {
    const daily = Array.from({ length: 1000 }, (_, day) => look(day, day === 400 ? "altered" : "same"));
    const marks = timelineMarks(daily, 300, 14);
    expect(marks.length).toBeLessThanOrEqual(22);
    expect(marks.filter(({ outcome }) => outcome === "altered")).toHaveLength(1);
    expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
    for (let i = 1; i < marks.length; i += 1)
      expect(marks[i]!.x - marks[i - 1]!.x).toBeGreaterThanOrEqual(14);
  });

  it("of a single look stands in the middle, and of none there is none", () => {
    expect(timelineMarks([look(0, "copied")], 100, 8)[0]!.x).toBe(50);
    expect(timelineMarks([], 100, 8)).toEqual([]);
    expect(outcomesOf([look(0, "same"), look(1, "gone")])).toEqual(["gone", "same"]);
  });
});
