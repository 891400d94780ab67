import "server-only";
import { Lru } from "../core/lru";
import { listNames } from "./count-verdicts.server";
import type { CountedName, NameKind } from "./listing";
import { onPublished } from "./published-notices.server";

/** So many names are offered in a list to choose from. */
const mostOffered = 60;

/** Emptied by notice, and by age where a notice was missed. */
const maxAgeMs = 60_000;

type Kept = Lru<Promise<CountedName[]>>;

const held = globalThis as { countersignOfferedNames?: Kept };

function kept(): Kept {
  if (held.countersignOfferedNames) return held.countersignOfferedNames;
  const fresh: Kept = new Lru(10, maxAgeMs);
  held.countersignOfferedNames = fresh;
  onPublished(() => fresh.clear());
  return fresh;
}

/**
 * The names of one kind that most verdicts print, to choose from. All verdicts are counted for it, so they are counted
 * once for everybody until something is published; those who ask meanwhile wait for the same answer.
 */
export function offeredNames(kind: NameKind): Promise<CountedName[]> {
  const known = kept().get(kind, Date.now());
  if (known) return known;
  const asked = listNames(kind, mostOffered);
  kept().set(kind, asked, Date.now());
  asked.catch(() => kept().delete(kind));
  return asked;
}
