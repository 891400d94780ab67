import type { Issue } from "./result";

/** Zod's own words, which name types; ours say what to do. */
const technical = /^Invalid |^Write this as text\.$/;

/** What a schema says to programs, as a person at a form is told: nobody chooses from codes there. */
function said({ code, message }: Issue, isFile: boolean): string {
  if (isFile && technical.test(message)) return "Choose a file.";
  if (code === "invalid-value") return "Choose one.";
  return technical.test(message) ? "Write something here." : message;
}

/**
 * The issues of an input as its form shows them: each under the name of its field in the form, where the input nests
 * what the form has side by side (`input.text` is `text`), in a person's words, and each field's words once.
 * `names` are the form's fields; one that was left unticked is not among them.
 */
export function issuesOfForm(
  issues: readonly Issue[],
  names: ReadonlySet<string>,
  files: ReadonlySet<string> = new Set(),
): Issue[] {
  const seen = new Set<string>();
  return issues.flatMap((issue) => {
    const field = fieldOf(issue.field, names);
    const message = said(issue, files.has(field));
    // A field that is missing is not also written wrongly.
    const key = message === "Write something here." ? field : `${field} ${message}`;
    if (seen.has(key) || seen.has(field)) return [];
    seen.add(key);
    return [{ ...issue, field, message }];
  });
}

function fieldOf(path: string, names: ReadonlySet<string>): string {
  const parts = path.split(".");
  for (let from = 0; from < parts.length; from += 1) {
    const rest = parts.slice(from);
    for (let to = rest.length; to > 0; to -= 1) {
      const name = rest.slice(0, to).join(".");
      if (names.has(name)) return from === 0 ? path : rest.join(".");
    }
  }
  return path.replace(/^input\./, "");
}
