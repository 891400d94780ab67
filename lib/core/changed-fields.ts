/**
 * Of the fields given, those that say something else than what is kept; `undefined` is not given. Times are compared as
 * instants, lists member by member, and texts whatever their line ends, which each way in writes its own way.
 */
export function changedFields<T extends Record<string, unknown>>(
  given: T,
  kept: Readonly<Record<string, unknown>>,
): Partial<T> {
  const changed = Object.entries(given).filter(
    ([field, value]) => value !== undefined && !isSame(value, kept[field]),
  );
  return Object.fromEntries(changed) as Partial<T>;
}

/** The changed fields as they were before, as JSON has them: times are ISO 8601. */
export function fieldsBefore(
  changes: object,
  before: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : (value ?? null));
  return Object.fromEntries(Object.keys(changes).map((field) => [field, plain(before[field])]));
}

function isSame(given: unknown, kept: unknown): boolean {
  if (kept instanceof Date) return given !== null && new Date(given as string).getTime() === kept.getTime();
  return plainly(given) === plainly(kept);
}

function plainly(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part: unknown) =>
    typeof part === "string" ? part.replaceAll("\r\n", "\n") : part,
  );
}
