import { entityKey } from "./names";

/** What a person or organisation gains or loses by what it says, noted once for all claims, and where that is known from. */
export type KnownInterests = { entityId: string; name: string; words: string; source: string };

type Row = {
  id: string;
  name: string;
  otherNames: readonly string[];
  interests: string | null;
  interestsSource: string | null;
};

/** The interests of one; null where none are noted. */
export function interestsOfEntity({ id, name, interests, interestsSource }: Row): KnownInterests | null {
  return interests === null || interestsSource === null
    ? null
    : { entityId: id, name, words: interests, source: interestsSource };
}

/** Finds by a name, also by another name, whose interests are noted; of several that bear it, the first. */
export function interestsByName(rows: readonly Row[]): (name: string) => KnownInterests | null {
  const byKey = new Map<string, KnownInterests>();
  for (const row of rows) {
    const known = interestsOfEntity(row);
    if (!known) continue;
    for (const name of [row.name, ...row.otherNames]) {
      const key = entityKey(name);
      if (key !== "" && !byKey.has(key)) byKey.set(key, known);
    }
  }
  return (name) => byKey.get(entityKey(name)) ?? null;
}
