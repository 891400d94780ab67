import { refuse } from "./result";
import { clockIn, instantIn, isTimeZone, readingsOf } from "./zoned-time";

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

/** A date of a `DateField` as ISO 8601: what people type between day and time is a blank. */
export function dateAsStored<Value extends string | null | undefined>(value: Value): Value {
  if (typeof value !== "string") return value;
  return value
    .trim()
    .replace(/^(\d{4}-\d{2}-\d{2})\s+(?=\d)/, "$1T")
    .replace(/(?<=T[\d:.]+)\s+(?=[+-]|Z$)/i, "") as Value;
}

/** A whole number; what is no number is left for the schema to refuse. */
export function wholeNumber(form: FormData, name: string): number | undefined {
  const value = filled(form, name);
  return value === undefined ? undefined : Number(value);
}

/**
 * A `TimeField` as ISO 8601 in UTC: what the clocks of `NAME.zone` show, which is UTC without one. A time that nobody
 * touched is what `NAME.was` says, to the second; of a time that the clocks show twice `NAME.which` says which one is meant.
 * Refuses a zone that is none, a time that the clocks skip, and one of two that nobody chose between.
 */
export function typedTime(form: FormData, name: string): string | undefined {
  const value = filled(form, name);
  if (value === undefined || /(?:Z|[+-]\d{2}:\d{2})$/.test(value)) return value;
  const [zone, was] = [filled(form, `${name}.zone`) ?? "UTC", filled(form, `${name}.was`)];
  if (!isTimeZone(zone)) {
    const message = "There is no such time zone. Load the page again.";
    const issues = [{ code: "time-zone", field: name, message }];
    return refuse({ kind: "invalid", code: "time-zone", detail: message, issues });
  }
  const stored = new Date(was ?? NaN);
  if (!Number.isNaN(stored.getTime()) && clockIn(zone, stored) === value) return stored.toISOString();
  const readings = readingsOf(zone, value);
  const chosen = readings.find(({ at }) => at === filled(form, `${name}.which`));
  if (chosen) return chosen.at;
  if (readings.length > 0) {
    const message = `The clocks go back in ${zone} that night, and ${value.slice(11, 16)} comes twice. Choose below which one you mean.`;
    const issues = [{ code: "time-twice", field: name, message }];
    return refuse({ kind: "invalid", code: "time-twice", detail: message, issues });
  }
  const at = instantIn(zone, value, name);
  return at.ok ? at.value.toISOString() : refuse(at.error);
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
