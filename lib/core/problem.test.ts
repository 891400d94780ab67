import { expect, test } from "vitest";
import { toProblem } from "./problem";
import type { Failure } from "./result";

const broken: Failure = { kind: "invalid", code: "quote-not-found", detail: "These words are not there." };

test("a rule that is not met is always among the issues, each of which says whether it can be overridden", () => {
  expect(toProblem(broken).issues).toEqual([
    { code: "quote-not-found", field: "", message: "These words are not there.", overridable: false },
  ]);
  const line = { code: "quote-cut", field: "evidence", message: "It ends inside a list." };
  expect(toProblem({ ...broken, issues: [line, { ...line, overridable: true }] }).issues).toEqual([
    { ...line, overridable: false },
    { ...line, overridable: true },
  ]);
});

test("other refusals list what is wrong only where there is more to say than the detail", () => {
  expect(toProblem({ ...broken, kind: "conflict" })).not.toHaveProperty("issues");
  const issues = [{ code: "not-valid", field: "text", message: "Write something here." }];
  expect(toProblem({ ...broken, kind: "malformed", issues }).issues).toEqual(issues);
});
