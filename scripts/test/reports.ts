import { relative } from "node:path";

/** What a stage found. Stages without tests of their own count as one. */
export type Tally = { passed: number; failed: number; skipped: number };

/** A tally, and what failed: a line each, with where it stands and the first words of what it said. */
export type Found = Tally & { failures: string[] };

const colours = /\u001b\[[0-9;]*m/g;

/** One line of at most 400 characters: the place, the test, and the first line of its message. */
function failureLine(file: string, test: string, message: string): string {
  const first = message.replace(colours, "").trim().split("\n")[0];
  return [relative(process.cwd(), file), test, first].filter(Boolean).join(" › ").slice(0, 400);
}

export type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
};

/** What Vitest's JSON report tells; a file that could not even be loaded counts as one failure. */
export function foundByVitest(report: VitestReport): Found {
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const failures = report.testResults.flatMap((file) =>
    file.assertionResults
      .filter(({ status }) => status === "failed")
      .map((test) => failureLine(file.name, test.fullName, test.failureMessages[0] ?? "")),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [...failures, ...broken.map((file) => failureLine(file.name, "", file.message))],
  };
}

type PlaywrightSpec = {
  title: string;
  file: string;
  line: number;
  tests: { status: string; results: { error?: { message?: string } }[] }[];
};
type PlaywrightSuite = { specs: PlaywrightSpec[]; suites?: PlaywrightSuite[] };
export type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites: PlaywrightSuite[];
  errors: { message?: string }[];
};

const specsOf = (suites: PlaywrightSuite[]): PlaywrightSpec[] =>
  suites.flatMap((suite) => [...suite.specs, ...specsOf(suite.suites ?? [])]);

/** What Playwright's JSON report tells; what passed only when tried again has failed. */
export function foundByPlaywright({ stats, suites, errors }: PlaywrightReport): Found {
  const failures = specsOf(suites).flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ results }) => {
        const said = results.map(({ error }) => error?.message).find(Boolean);
        return failureLine(`${file}:${line}`, title, said ?? "");
      }),
  );
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failures: [...failures, ...errors.map(({ message }) => failureLine("", "", message ?? ""))],
  };
}
