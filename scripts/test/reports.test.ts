import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { foundByPlaywright, foundByVitest } from "./reports";

const passes = { status: "passed", fullName: "adds", failureMessages: [] };

describe("what a report tells", () => {
  it("counts a test file that could not be loaded as a failure, and names what failed with its first line", () => {
    const name = (file: string) => join(process.cwd(), file);
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        { name: name("lib/a.test.ts"), status: "failed", message: "No such module", assertionResults: [] },
        {
          name: name("lib/b.test.ts"),
          status: "failed",
          message: "",
          assertionResults: [
            {
              status: "failed",
              fullName: "b counts",
              failureMessages: ["\u001b[31m1 is not 2\u001b[39m\n  at"],
            },
          ],
        },
        {
          name: name("lib/c.test.ts"),
          status: "passed",
          message: "",
          assertionResults: [passes, passes, passes],
        },
      ],
    };
    expect(foundByVitest(report)).toEqual({
      passed: 3,
      failed: 2,
      skipped: 2,
      failures: ["lib/b.test.ts › b counts › 1 is not 2", "lib/a.test.ts › No such module"],
    });
  });

  it("counts what passed only when tried again as failed, and names it wherever it is nested", () => {
    const spec = (title: string, status: string, message?: string) => ({
      title,
      file: "desk.spec.ts",
      line: 7,
      tests: [{ status, results: [{ error: message ? { message } : undefined }, {}] }],
    });
    const report = {
      stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 },
      suites: [
        { specs: [spec("opens", "expected")], suites: [{ specs: [spec("signs", "flaky", "Timeout\nlog")] }] },
        { specs: [spec("closes", "unexpected", "Not closed")] },
      ],
      errors: [{ message: "The server did not come up" }],
    };
    expect(foundByPlaywright(report)).toEqual({
      passed: 4,
      failed: 2,
      skipped: 0,
      failures: [
        "desk.spec.ts:7 › signs › Timeout",
        "desk.spec.ts:7 › closes › Not closed",
        "The server did not come up",
      ],
    });
  });
});
