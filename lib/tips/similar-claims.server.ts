import "server-only";
import type { Sight } from "../access/viewer";
import { findMatches } from "../claims/find-matches.server";
import type { TipDto } from "./dto";

const mostShown = 3;

/** Claims that say much the same as tips that wait for a decision, by tip: three at most, each with why it was found. */
export async function similarToTips(
  viewer: Sight,
  tips: readonly TipDto[],
): Promise<Map<string, Awaited<ReturnType<typeof findMatches>>>> {
  const waiting = tips.filter(({ state }) => state === "new");
  const found = await Promise.all(waiting.map(({ text }) => findMatches(viewer, { text })));
  return new Map(waiting.map(({ id }, index) => [id, found[index]!.slice(0, mostShown)]));
}
