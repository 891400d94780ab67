/** A text field as typed; undefined when the form has none or it is blank. */
export function filled(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** A text field for an edit: null when it was emptied, undefined when the form has no such field. */
export function emptied(form: FormData, name: string): string | null | undefined {
  const value = form.get(name);
  if (typeof value !== "string") return undefined;
  return value.trim() === "" ? null : value;
}

/** A whole number; what is no number is left for the schema to refuse. */
export function wholeNumber(form: FormData, name: string): number | undefined {
  const value = filled(form, name);
  return value === undefined ? undefined : Number(value);
}

/** A `datetime-local` field, which the desk labels UTC, as ISO 8601. */
export function utcTime(form: FormData, name: string): string | undefined {
  const value = filled(form, name);
  if (value === undefined || /(?:Z|[+-]\d{2}:\d{2})$/.test(value)) return value;
  return `${value.length === 16 ? `${value}:00` : value}Z`;
}

/** A list typed with commas or line breaks between its items. */
export function typedList(form: FormData, name: string): string[] | undefined {
  const value = form.get(name);
  if (typeof value !== "string") return undefined;
  return value
    .split(/[,\n]/)
    .map((item) => item.trim())
    .filter(Boolean);
}

/** An object without the members that are undefined, as strict schemas want it. */
export function present<T extends Record<string, unknown>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** What a form sends along to prove who is at the browser: the password as typed, and a code when one was given. */
export function proofOf(form: FormData): { password: FormDataEntryValue; code?: string } {
  const code = filled(form, "code");
  return { password: form.get("password") ?? "", ...(code === undefined ? {} : { code }) };
}
