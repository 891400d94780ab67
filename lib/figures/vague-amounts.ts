import { currencyAfter } from "./currencies";
import { countedNoun } from "./counted-nouns";

/** An amount that names only its order of size ("millions of dollars", "dozens of cars"), UTF-16. */
export type VagueAmount = {
  start: number;
  end: number;
  measure: string;
  unit: string | null;
  counted: string;
};

const VAGUE =
  /(?<![\p{L}\p{N}])(?:(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions)(?: of (?=hundreds|thousands|millions|billions|trillions)(?:hundreds|thousands|millions|billions|trillions))*|(?:several|a few|a couple of|many) (?:dozen|hundred|thousand|million|billion|trillion)s?)(?!\p{L})/giu;

/** Finds the vague amounts of a sentence that say what they count; "thanks to millions" alone is none. */
export function findVagueAmounts(text: string): VagueAmount[] {
  const found: VagueAmount[] = [];
  for (const match of text.matchAll(VAGUE)) {
    const start = match.index;
    const end = start + match[0].length;
    const currency = currencyAfter(text, end);
    if (currency) {
      found.push({ start, end: currency.end, measure: "money", unit: currency.code, counted: "" });
      continue;
    }
    const of = /^ of(?: the| these| those| its| their| other)?(?= )/.exec(text.slice(end, end + 12));
    const noun = countedNoun(text, end + (of?.[0].length ?? 0), false);
    if (!noun) continue;
    const counted = noun.modifiers.length > 0 ? `${noun.modifiers.join(" ")} ${noun.noun}` : "";
    found.push({ start, end: noun.end, measure: "count", unit: noun.noun, counted });
  }
  return found;
}
