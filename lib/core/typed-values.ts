import { isSecretField } from "./secret-field";

/**
 * What was typed into a form, to give it back after a failure; never passwords, codes or files. Of boxes that share a name
 * those that were ticked, with commas between them.
 */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.startsWith("$") || isSecretField(name)) continue;
    const before = values[name];
    values[name] = before === undefined ? value : `${before},${value}`;
  }
  return values;
}
