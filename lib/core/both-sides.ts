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

/** Who saved the other version, and when (ISO 8601); `isOwn`: this very person. `claimId`: the claim whose history tells it. */
export type SavedBy = { name: string | null; at: string; isOwn: boolean; claimId?: string };

/**
 * Who changed something: their names, of whoever did it last first, and when that was, in words that go on a sentence
 * ("at 19:18"); `savedBy` where the form that is refused can tell more of it.
 */
export type Editors = { names: readonly string[]; at: string; savedBy?: SavedBy };

const mostNamed = 3;
const listed = new Intl.ListFormat("en");

/** "Ann", "Ann and Ben", "Ann, Ben, Cy, and 2 others". */
function named(names: readonly string[]): string {
  const rest = names.length - mostNamed;
  if (rest <= 0) return listed.format(names);
  return listed.format([...names.slice(0, mostNamed), rest === 1 ? "1 other" : `${rest} others`]);
}

/** Who said what stands by now: one person said it, of several nobody knows who wrote what. */
function whoSaidTheSame(what: string, by: Editors | null): string {
  if (!by || by.names.length === 0)
    return `Someone changed this ${what} after you read it, to what stands here too.`;
  return by.names.length === 1
    ? `${by.names[0]} made the same change ${by.at}.`
    : `${named(by.names)} changed this ${what} after you read it, last ${by.at}, to what stands here too.`;
}

/** Who changed it since, and when, where that is known. */
function whoChanged(what: string, by: Editors | null): string {
  if (!by || by.names.length === 0) return `Someone changed this ${what} after you read it.`;
  if (by.names.length > 1) return `${named(by.names)} changed this ${what} after you read it, last ${by.at}.`;
  return by.savedBy?.isOwn
    ? `You changed this ${what} ${by.at}, after this page read it.`
    : `${by.names[0]} changed this ${what} ${by.at}, after you read it.`;
}

/**
 * 409 for who read an older version of `what`: the version that is kept (of what has none, what is kept of that which was
 * read), and both sides of what differs. Who says the same as is kept is told so. Those who changed it are named (`by`) where
 * that is known.
 */
export function staleSides(
  what: string,
  kept: number | Readonly<Record<string, unknown>>,
  sides: BothSides[],
  by: Editors | null = null,
): Failure {
  const isSame = sides.length === 0;
  return {
    kind: "conflict",
    code: "stale",
    detail: isSame
      ? `${whoSaidTheSame(what, by)} Nothing is left to save.`
      : `${whoChanged(what, by)} Both versions are below; choose, then save again.`,
    extra: {
      ...(typeof kept === "number" ? { version: kept } : { current: kept }),
      ...(isSame ? {} : { conflict: sides }),
      ...(by?.savedBy ? { savedBy: by.savedBy } : {}),
    },
  };
}

function heldBy(value: unknown, separator: string): string {
  if (typeof value === "boolean") return value ? "on" : "";
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.join(separator) : String(value ?? "");
}
