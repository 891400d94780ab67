import type { KeySet, PublicSigningKey } from "./sign";

/** The earlier of two times, either of which may be unknown. */
function earlier(a?: string | null, b?: string | null): string | undefined {
  const known = [a, b].filter((time) => typeof time === "string");
  return known.sort((x, y) => Date.parse(x) - Date.parse(y))[0];
}

/** In use since the earlier time, over at the earlier time: nothing that one set ended is opened again by the other. */
function mergeKeys(a: PublicSigningKey, b: PublicSigningKey): PublicSigningKey {
  if (a.x !== b.x) throw new TypeError(`Two different keys are called ${a.kid}.`);
  const validTo = earlier(a.validTo, b.validTo);
  const revokedAt = earlier(a.revokedAt, b.revokedAt);
  return {
    ...a,
    validFrom: earlier(a.validFrom, b.validFrom)!,
    ...(validTo === undefined ? {} : { validTo }),
    ...(revokedAt === undefined ? {} : { revokedAt }),
  };
}

/** All keys of both sets, in the order in which they came into use. Throws when two keys have one name. */
export function mergeKeySets(a: KeySet, b: KeySet): { keys: PublicSigningKey[] } {
  const merged = new Map(a.keys.map((key) => [key.kid, key]));
  for (const key of b.keys) {
    const same = merged.get(key.kid);
    merged.set(key.kid, same ? mergeKeys(same, key) : key);
  }
  const keys = [...merged.values()].sort((x, y) => Date.parse(x.validFrom) - Date.parse(y.validFrom));
  return { keys };
}
