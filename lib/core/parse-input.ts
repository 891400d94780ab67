import type { z } from "zod";
import { fail, ok, type Issue, type Result } from "./result";

/** What zod found, as issues in plain words. `unrecognized_keys` names the keys. */
export function issuesOfZod(error: z.ZodError): Issue[] {
  return error.issues.flatMap((issue) => {
    const field = issue.path.join(".");
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        code: "unknown-field",
        field: [field, key].filter(Boolean).join("."),
        message: `There is no field "${key}" here.`,
      }));
    }
    return [
      {
        code: issue.code === "custom" ? "not-valid" : issue.code.replaceAll("_", "-"),
        field,
        message: issue.message,
      },
    ];
  });
}

/** Parses input with the schema that forms, actions and the API share; a refusal lists each problem. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): Result<z.output<S>> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const issues = issuesOfZod(parsed.error);
  return fail({
    kind: "malformed",
    code: "not-valid",
    detail: issues[0]?.message ?? "The request is not as it should be.",
    issues,
  });
}
