/**
 * The named text fields of a form. Blank ones are left out, so that an optional field left empty is absent; files and
 * anything else that was posted are not looked at. Unlike `typedValues` it also reads passwords and codes.
 */
export function fieldsOf(form: FormData, ...names: string[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const name of names) {
    const value = form.get(name);
    if (typeof value === "string" && value !== "") fields[name] = value;
  }
  return fields;
}
