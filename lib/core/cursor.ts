import { z } from "zod";

/** A keyset cursor: the sort values of the last row seen, opaque to whoever holds it. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** The values of a cursor with `length` of them; null when it is not one of ours. */
export function decodeCursor(cursor: string | undefined, length: number): (string | number | null)[] | null {
  if (!cursor) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const isPlain = (value: unknown) =>
      value === null || typeof value === "number" || (typeof value === "string" && !value.includes("\0"));
    return Array.isArray(values) && values.length === length && values.every(isPlain)
      ? (values as (string | number | null)[])
      : null;
  } catch {
    return null;
  }
}

type CursorPart = "text" | "number" | "time";

/** Whether a cursor is one that a list with these sort values gave out. */
export function isCursor(cursor: string, parts: readonly CursorPart[]): boolean {
  const values = decodeCursor(cursor, parts.length);
  return (
    values?.every((value, index) => {
      if (parts[index] === "number") return typeof value === "number";
      if (typeof value !== "string") return false;
      return parts[index] === "text" || !Number.isNaN(Date.parse(value));
    }) ?? false
  );
}

export const strangeCursor = "This cursor is not one of ours. Begin without it.";

/** A cursor as a list takes it: one it gave out itself, else the request is malformed. */
export function cursorOf(...parts: CursorPart[]) {
  return z
    .string()
    .max(300)
    .refine((cursor) => isCursor(cursor, parts), { error: strangeCursor });
}

/** How many rows a list gives at once: 1 to 100, and `usual` when nothing is said. */
export function limitOf(usual: number) {
  return z.coerce
    .number()
    .int()
    .min(1, { error: "limit is 1 to 100." })
    .max(100, { error: "limit is 1 to 100." })
    .default(usual);
}

/** One page of `limit` from `limit + 1` rows: whether there is more shows in `nextCursor`. */
export function page<T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (row: T) => readonly (string | number | null)[],
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(cursorOf(last)) : null };
}
