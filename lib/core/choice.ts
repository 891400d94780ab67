import { z } from "zod";

/** "“News story”, “Wire report” or “Other”". */
export function choicesInWords(words: readonly string[]): string {
  const quoted = words.map((one) => `“${one}”`);
  return [quoted.slice(0, -1).join(", "), quoted.at(-1)].filter(Boolean).join(" or ");
}

/**
 * An enum of the codes that `words` has a word for, as the desk's forms say it. Its refusal names the words; the issue that
 * `parseInput` makes of it lists the codes in `allowed`.
 */
export function choice<Code extends string>(words: Readonly<Record<Code, string>>) {
  const codes = Object.keys(words) as [Code, ...Code[]];
  return z.enum(codes, { error: `Choose ${choicesInWords(Object.values(words))}.` });
}
