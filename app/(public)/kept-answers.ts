import { Lru } from "@/lib/core/lru";
import { onPublished, onWithheld } from "@/lib/publications/published-notices.server";
import type { StoredBody } from "./stored-body";

/** An answer that can be given again as it is. */
export type KeptAnswer = { body: StoredBody; status: number; headers: Record<string, string> };

/** Lists are emptied by notice, and by age where a notice was missed. */
const listMaxAgeMs = 15_000;

type Store = {
  /** Rendered pages by what is on them: never stale, only forgotten. */
  pages: Lru<StoredBody>;
  /** Lists by their address. */
  lists: Lru<KeptAnswer>;
  /** The last good answer of each address, for when the database is away. */
  lastKnown: Lru<{ answer: KeptAnswer; at: Date }>;
  generation: number;
};

const held = globalThis as { countersignAnswers?: Store };

function store(): Store {
  if (held.countersignAnswers) return held.countersignAnswers;
  const fresh: Store = {
    pages: new Lru(500, Number.POSITIVE_INFINITY),
    lists: new Lru(200, listMaxAgeMs),
    lastKnown: new Lru(500, Number.POSITIVE_INFINITY),
    generation: 0,
  };
  held.countersignAnswers = fresh;
  onPublished(() => {
    fresh.generation += 1;
    fresh.lists.clear();
  });
  // A text that is withheld is kept for no outage either. It is rare, and all can be made again.
  onWithheld(() => {
    fresh.generation += 1;
    for (const kept of [fresh.pages, fresh.lists, fresh.lastKnown]) kept.clear();
  });
  return fresh;
}

/** The page rendered for exactly this content, or renders it. */
export async function keptPage(content: string, render: () => Promise<StoredBody>): Promise<StoredBody> {
  const known = store().pages.get(content, Date.now());
  if (known) return known;
  const made = await render();
  store().pages.set(content, made, Date.now());
  return made;
}

/** The list kept for this address, or makes it; what was made while something was published is not kept. */
export async function keptList(address: string, make: () => Promise<KeptAnswer>): Promise<KeptAnswer> {
  const { lists, generation } = store();
  const known = lists.get(address, Date.now());
  if (known) return known;
  const made = await make();
  if (generation === store().generation) lists.set(address, made, Date.now());
  return made;
}

/** Remembers what an address answered when all was well. */
export function rememberGood(address: string, answer: KeptAnswer, now: Date): void {
  store().lastKnown.set(address, { answer, at: now }, now.getTime());
}

/** What an address answered last, and when. */
export function lastGood(address: string, now: Date): { answer: KeptAnswer; at: Date } | undefined {
  return store().lastKnown.get(address, now.getTime());
}

/** Drops what is remembered of an address: it must not be shown any more. */
export function forgetGood(address: string): void {
  store().lastKnown.delete(address);
}
