import type { DriftOutcome } from "../claims/dossier";
import { capitalise } from "../core/capitalise";

const said: readonly [outcomes: readonly DriftOutcome[], one: string, many: string][] = [
  [["altered"], "1 quote reads differently", "quotes read differently"],
  [["gone"], "1 quote is not there any more", "quotes are not there any more"],
  [["unchanged", "moved"], "1 quote has the same words", "quotes have the same words"],
  [["blocked"], "the source refused us", "the source refused us"],
  [["unreachable"], "the source was not reached", "the source was not reached"],
];

/** What a capture found, in one sentence for whoever asked for it. */
export function driftInWords(drift: readonly { outcome: string }[]): string {
  if (drift.length === 0) return "Captured. Nothing is quoted from it yet.";
  const parts = said.flatMap(([outcomes, one, many]) => {
    const count = drift.filter(({ outcome }) => (outcomes as readonly string[]).includes(outcome)).length;
    if (count === 0) return [];
    return many === one ? [one] : [count === 1 ? one : `${count} ${many}`];
  });
  return `${capitalise(parts.join("; "))}.`;
}
