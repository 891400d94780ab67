import { compareOrigins, type SharedOrigin } from "./compare-origins";
import { compareTexts, type ReuseFinding } from "./compare-texts";
import type { Frequencies } from "./rare-terms";
import type { TextFacts } from "./text-facts";

/** Suggestions of one type for one capture; the nearest texts come first. */
const mostOfOneType = 4;

/**
 * What an article has from others or in common with them, whichever way round, in the order given, which is that of
 * nearness. A wire story that forty outlets print need not be compared by a person forty times: four of each type.
 */
export function findReuse(
  self: TextFacts,
  others: readonly TextFacts[],
  frequencies: Frequencies,
): (ReuseFinding | SharedOrigin)[] {
  const count = new Map<string, number>();
  return others
    .flatMap((other): (ReuseFinding | SharedOrigin)[] => {
      const reuse = compareTexts(self, other, frequencies);
      return [...(reuse ? [reuse] : []), ...compareOrigins(self, other, frequencies)];
    })
    .filter(({ type }) => {
      const before = count.get(type) ?? 0;
      count.set(type, before + 1);
      return before < mostOfOneType;
    });
}
