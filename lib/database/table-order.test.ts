import { describe, expect, it } from "vitest";
import { inLoadOrder } from "./table-order";

describe("the order in which tables are filled", () => {
  it("puts each table after those it points at, itself left aside", () => {
    const references = [
      { from: "evidence", to: "claim" },
      { from: "claim", to: "claim" },
      { from: "claim", to: "quote" },
      { from: "evidence", to: "quote" },
    ];
    expect(inLoadOrder(["evidence", "claim", "tip", "quote"], references)).toEqual([
      "quote",
      "tip",
      "claim",
      "evidence",
    ]);
  });

  it("refuses a circle by name instead of leaving tables out", () => {
    const references = [
      { from: "a", to: "b" },
      { from: "b", to: "a" },
    ];
    expect(() => inLoadOrder(["a", "b", "c"], references)).toThrow("a, b");
  });
});
