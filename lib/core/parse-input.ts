import type { z } from "zod";
import { fail, ok, type Issue, type Result } from "./result";
import { cleanText } from "./text-input";

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

/** No input of ours is nested deeper; what is, no schema takes. */
const deepest = 12;

/** The input without what the database cannot hold, in ids and codes too, which no schema cleans. */
function cleaned(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return cleanText(value);
  if (typeof value !== "object" || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return value.map((item) => cleaned(item, depth + 1));
  // Bytes and files are what they are.
  if (![Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleaned(item, depth + 1)]));
}

/** Parses input with the schema that forms, actions and the API share; a refusal lists each problem. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): Result<z.output<S>> {
  const parsed = schema.safeParse(cleaned(input));
  if (parsed.success) return ok(parsed.data);
  const issues = issuesOfZod(parsed.error);
  return fail({
    kind: "malformed",
    code: "not-valid",
    detail: issues[0]?.message ?? "The request is not as it should be.",
    issues,
  });
}
