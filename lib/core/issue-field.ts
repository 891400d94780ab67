import { rowInWords } from "./field-words";
import type { Issue } from "./result";

/** Under this and its name a field of a form says what the form calls it. */
export const labelPrefix = "$label:";

/** A name of one level for something deeper, as forms have it: `decisive.reason` is `decisiveReason`. */
function joined(steps: readonly string[]): string {
  return steps.map((step, at) => (at === 0 ? step : step.charAt(0).toUpperCase() + step.slice(1))).join("");
}

/**
 * Which of a form's fields a path of its input is about, and what of the path lies inside that field: `input.quote.exact`
 * is the field `exact`, `input.topics.3` row 3 (counted from 0) of `topics`. Null when the form has no such field.
 */
function fieldOfForm(path: string, has: (name: string) => boolean): { name: string; rest: string[] } | null {
  const all = path.split(".");
  const steps = all[0] === "input" && all.length > 1 ? all.slice(1) : all;
  for (let end = steps.length; end > 0; end -= 1) {
    for (let start = 0; start < end; start += 1) {
      const part = steps.slice(start, end);
      const name = [part.join("."), joined(part)].find(has);
      if (name !== undefined) return { name, rest: steps.slice(end) };
    }
  }
  return null;
}

/** A form's fields, and what it calls them. */
type Fields = { has(name: string): boolean; get(name: string): unknown };

/** A problem as a form shows it. */
export type FormIssue = Issue & {
  /** The form has a field for it, to which what is said of it leads. */
  isOfField?: true;
};

/**
 * An issue as the form shows it: at the form's own field and in the words of its label, so that it stands beside what
 * was typed. What is about no field of the form keeps its path and its words.
 */
export function issueInForm(issue: Issue, form: Fields): FormIssue {
  const path = issue.field.replace(/^input\.(?=.)/, "");
  const found = fieldOfForm(path, (name) => form.has(name) || form.has(labelPrefix + name));
  if (!found) return { ...issue, field: path };
  const said = form.get(labelPrefix + found.name);
  const label = typeof said === "string" && said !== "" ? rowInWords(said, found.rest) : issue.label;
  return { ...issue, field: found.name, isOfField: true, ...(label === undefined ? {} : { label }) };
}

/** What is wrong, after the name of the field where that is known. */
export function saysWhich({ label, message }: Pick<Issue, "label" | "message">): string {
  return label ? `${label}: ${message}` : message;
}
