import { changedFields } from "./changed-fields";
import type { Failure } from "./result";

/** A field in which two people differ, with both texts as forms hold them. */
export type BothSides = { field: string; mine: string; theirs: string };

/**
 * Each field of `mine` that says something else than what is kept, with both sides as forms hold them: a list a line each
 * or with `separator`, a box "on" or nothing, a time as ISO 8601, what is not known empty. Fields that are `undefined` were
 * not given.
 */
export function bothSides(
  mine: Record<string, unknown>,
  theirs: Readonly<Record<string, unknown>>,
  { separator = "\n" }: { separator?: string } = {},
): BothSides[] {
  const asHeld = (value: unknown) => heldBy(value, separator);
  return Object.entries(changedFields(mine, theirs))
    .map(([field, given]) => ({ field, mine: asHeld(given), theirs: asHeld(theirs[field]) }))
    .filter((line) => line.mine !== line.theirs);
}

/**
 * 409 for who read an older version of `what`: the version that is kept, and both sides of what differs. Who says the same as
 * is kept is told so, and by whom it was said (`by`: a name, and a time in words) where that is known.
 */
export function staleSides(
  what: string,
  version: number,
  sides: BothSides[],
  by: { name: string; at: string } | null = null,
): Failure {
  const isSame = sides.length === 0;
  const same = by
    ? `${by.name} made the same change on ${by.at}.`
    : `Someone changed this ${what} after you read it, to what stands here too.`;
  return {
    kind: "conflict",
    code: "stale",
    detail: isSame
      ? `${same} Nothing is left to save.`
      : `Someone changed this ${what} after you read it. Both versions are below; choose, then save again.`,
    extra: { version, ...(isSame ? {} : { conflict: sides }) },
  };
}

function heldBy(value: unknown, separator: string): string {
  if (typeof value === "boolean") return value ? "on" : "";
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.join(separator) : String(value ?? "");
}
