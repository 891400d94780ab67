import { diffArrays } from "diff";

/** How many differences are told before "and others". */
const SHOWN = 4;
const MAX_EDITS = 400;

/** Longer changes are cut in the message. */
const WORDS_SHOWN = 10;

const quoted = (words: string[]) =>
  `“${words.slice(0, WORDS_SHOWN).join(" ")}${words.length > WORDS_SHOWN ? " …" : ""}”`;

/**
 * Says in words how `there` differs from `here` (both folded), for example `“$43M” instead of “$34M”; “not” is
 * missing`. Empty when they are the same words.
 */
export function wordDifferences(here: string, there: string): string {
  const changes = diffArrays(here.split(" "), there.split(" "), { maxEditLength: MAX_EDITS });
  if (!changes) return "most of the words are different";
  const said: string[] = [];
  for (let index = 0; index < changes.length; index += 1) {
    const change = changes[index];
    const next = changes[index + 1];
    if (!change || (!change.added && !change.removed)) continue;
    if (change.removed && next?.added) {
      said.push(`${quoted(next.value)} instead of ${quoted(change.value)}`);
      index += 1;
    } else said.push(`${quoted(change.value)} is ${change.removed ? "missing" : "added"}`);
  }
  const rest = said.length - SHOWN;
  return said.slice(0, SHOWN).join("; ") + (rest > 0 ? `; and ${rest} more` : "");
}
