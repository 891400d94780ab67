const prefix = "keys.";

/** Whether the single keys are on, and every key that was typed; “Back to the usual keys” gives all of them up. */
export function readKeys(form: FormData): {
  isOn: boolean | undefined;
  keys: Record<string, unknown> | undefined;
} {
  const isOn = form.get("isOn");
  const typed = [...form].flatMap(([name, value]) =>
    name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : [],
  );
  const keys = form.has("asUsual") ? {} : typed.length > 0 ? Object.fromEntries(typed) : undefined;
  return { isOn: typeof isOn === "string" ? isOn === "true" : undefined, keys };
}
