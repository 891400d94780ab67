import { describe, expect, it } from "vitest";
import { exitCodeOf, limitMissed, lineOf, newResult } from "./measured";

describe("what a benchmark ends with", () => {
  const endOf = (say: (add: ReturnType<typeof newResult>["add"]) => void) => {
    const { add, result } = newResult("some", true);
    say(add);
    return exitCodeOf(result().rows);
  };

  it("is 0 when nothing is asked, and when all that is asked holds", () => {
    expect(endOf((add) => add("time", 9_000, "ms"))).toBe(0);
    expect(
      endOf((add) => {
        add("time", 200, "ms", { limit: { of: "ours", most: 200 } });
        add("rate", 300, "/s", { limit: { of: "ours", least: 300 } });
        add("share", 80, "/s", { baselines: { bare: 100 }, limit: { of: "ratio", least: 0.8 } });
      }),
    ).toBe(0);
  });

  it.each([
    ["more than the most", 201, { of: "ours", most: 200 }],
    ["less than the least", 299, { of: "ours", least: 300 }],
    ["a ratio above the most", 201, { of: "ratio", most: 2 }],
    ["a ratio below the least", 79, { of: "ratio", least: 0.8 }],
  ] as const)("is not 0 for %s, whatever holds beside it", (_, ours, limit) => {
    const end = endOf((add) => {
      add("before", 1, "ms", { limit: { of: "ours", most: 1 } });
      add("missed", ours, "ms", { baselines: { bare: 100 }, limit });
      add("after", 1, "ms");
    });
    expect(end).toBe(limitMissed);
    expect(limitMissed).not.toBe(0);
  });

  it("is what its lines say: a ratio to nothing is not as asked", () => {
    const { add } = newResult("some", true);
    const row = add("share", 80, "/s", { baselines: { bare: 0 }, limit: { of: "ratio", least: 0.8 } });
    expect(lineOf(row)).toContain("✗ asked ratio ≥ 0.8");
    expect(exitCodeOf([row])).toBe(limitMissed);
  });
});
