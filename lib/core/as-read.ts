import { changedFields } from "./changed-fields";

/** The hidden field in which a form says what it read of a thing that has no versions. */
export const asReadField = "asRead";

/** What a form read of the thing that it changes, as its hidden field holds it. */
export function asRead(fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(fields);
}

/** What a form says that it read; undefined where it says nothing. What is no JSON stays as it is, for a schema to refuse. */
export function readAsRead(form: FormData, name = asReadField): unknown {
  const said = form.get(name);
  if (typeof said !== "string" || said === "") return undefined;
  try {
    return JSON.parse(said);
  } catch {
    return said;
  }
}

/** Whether what is kept still says what was read (`expected`); nothing that was read fits everything. */
export function isAsRead(
  expected: Readonly<Record<string, unknown>> | undefined,
  kept: Readonly<Record<string, unknown>>,
): boolean {
  return Object.keys(changedFields(expected ?? {}, kept)).length === 0;
}
