import { describe, expect, it } from "vitest";
import { stagesOf, tallyOfPlaywright, tallyOfVitest } from "./stages";

describe("the tally", () => {
  it("counts a test file that could not be loaded as a failure", () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        { status: "failed", assertionResults: [] },
        { status: "failed", assertionResults: [{}] },
        { status: "passed", assertionResults: [{}, {}, {}] },
      ],
    };
    expect(tallyOfVitest(report)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  it("counts what passed only when tried again as failed", () => {
    const stats = { expected: 4, unexpected: 1, flaky: 2, skipped: 0 };
    expect(tallyOfPlaywright({ stats })).toEqual({ passed: 4, failed: 3, skipped: 0 });
  });
});

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
