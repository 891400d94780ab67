import type { Stance } from "../claims/vocabulary";
import type { Side } from "./independence";

type Piece = { stance: Stance; decisive: { reason: string } | null };

/** What a person marked decisive, with the reason, on a side: one piece of it can stand for the number of origins. */
export function decisiveOn<T extends Piece>(side: Side | null, evidence: readonly T[]): T[] {
  return evidence.filter(({ stance, decisive }) => stance === side && (decisive?.reason.trim() ?? "") !== "");
}

/**
 * The decisive evidence that stands for the number of origins; none where as many origins are known as are asked for, or
 * where nothing is decisive.
 */
export function carriedBy<T extends Piece>(
  { side, count }: { side: Side | null; count: number },
  evidence: readonly T[],
  originsNeeded: number,
): T[] {
  return count >= originsNeeded ? [] : decisiveOn(side, evidence);
}
