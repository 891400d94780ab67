const rules = new Intl.PluralRules("en");

/** The one of two English words that goes with a number: `byNumber(1, "is", "are")` is "is". */
export function byNumber(count: number, one: string, other: string): string {
  return rules.select(count) === "one" ? one : other;
}
