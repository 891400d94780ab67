import { describe, expect, it } from "vitest";
import { stagesOf } from "./stages";

describe("the stages", () => {
  it("are all eight for npm test, and the four fast ones for npm run check", () => {
    const names = (which: "fast" | "all") =>
      stagesOf(which)
        .flat()
        .map(({ name }) => name);
    expect(names("fast")).toEqual(["types", "format", "lint", "unit"]);
    expect(names("all")).toEqual([...names("fast"), "build", "database", "faults", "end-to-end"]);
  });
});
