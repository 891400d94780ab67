import type { z } from "zod";
import { fieldInWords } from "./field-words";
import { saysWhich } from "./issue-field";
import { plainRefusal } from "./plain-refusal";
import { fail, ok, type Issue, type Result } from "./result";
import { cleanText } from "./text-input";

type Found = z.core.$ZodIssue;

/** Whether a way to give something was not meant at all: it wants other things than those that are there. */
const isOtherShape = ({ code, path }: Found) =>
  code === "unrecognized_keys" || (code === "invalid_type" && path.length <= 1);

/** What is wrong with the one way that was meant, of several: that says more than that none of them fits. */
function meantOf(found: Found): Found[] {
  if (found.code !== "invalid_union") return [found];
  const meant = found.errors.filter((way) => way.length > 0 && !way.some(isOtherShape));
  if (meant.length !== 1) return [found];
  return meant[0]!.flatMap((inner) => meantOf({ ...inner, path: [...found.path, ...inner.path] }));
}

/** What zod found, as issues in plain words, each with its field. `unrecognized_keys` names the keys. */
function issuesOfZod(error: z.ZodError): Issue[] {
  return error.issues.flatMap(meantOf).flatMap((found) => {
    const field = found.path.join(".");
    const named = fieldInWords(found.path[0] === "input" ? found.path.slice(1) : found.path);
    const label = named === "" ? {} : { label: named };
    if (found.code === "unrecognized_keys") {
      return found.keys.map((key) => ({
        code: "unknown-field",
        field: [field, key].filter(Boolean).join("."),
        message: `There is no field "${key}" here.`,
        ...label,
      }));
    }
    const code = found.code === "custom" ? "not-valid" : found.code.replaceAll("_", "-");
    const allowed = found.code === "invalid_value" ? { allowed: found.values.map(String) } : {};
    return [{ code, field, message: found.message, ...label, ...allowed }];
  });
}

/** Of a field one problem is told at a time: what is empty need not be told that it is no date either. */
const firstOfEachField = (issues: Issue[]): Issue[] =>
  issues.filter(({ field }, at) => field === "" || issues.findIndex((other) => other.field === field) === at);

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

/** Parses input with the schema that forms, actions and the API share; a refusal lists each problem and names its field. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): Result<z.output<S>> {
  const parsed = schema.safeParse(cleaned(input), { error: plainRefusal });
  if (parsed.success) return ok(parsed.data);
  const issues = firstOfEachField(issuesOfZod(parsed.error));
  return fail({
    kind: "malformed",
    code: "not-valid",
    detail: issues[0] ? saysWhich(issues[0]) : "The request is not as it should be.",
    issues,
  });
}
