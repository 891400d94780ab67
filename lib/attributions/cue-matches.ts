import { ofTextsAtHand } from "../core/texts-at-hand";
import { codePointLength, offsetMap } from "../quotes/code-points";
import type { Cue, CuePlace, PhraseRow } from "./cue";
import type { SuggestedAttribution } from "./suggest-attributions";

/** Where a cue's pattern matches, `index` in UTF-16 units. */
export type Match = { 0: string; index: number; groups?: Record<string, string | undefined> | undefined };

/** Which cues match where in an article's text, whatever names the desk knows: filled as each is asked for. */
const matchesInText = ofTextsAtHand(() => new Map<Cue | PhraseRow, readonly Match[]>());

/** Where the pattern of a cue matches; in an article's text it is looked for once. */
export function matchesOf(cue: Cue | PhraseRow, text: string, place: CuePlace): readonly Match[] {
  if (place !== "text") return [...text.matchAll(cue.pattern)];
  const known = matchesInText(text);
  const matches = known.get(cue) ?? findMatches(cue, text);
  known.set(cue, matches);
  return matches;
}

/** Only lines that can hold a match are read where the cue says what it needs. */
function findMatches(cue: Cue | PhraseRow, text: string): Match[] {
  const { pattern } = cue;
  const needs = "needs" in cue ? cue.needs : undefined;
  if (!needs) return [...text.matchAll(pattern)];
  const found: Match[] = [];
  for (let start = 0, end; start < text.length; start = end + 1) {
    end = text.indexOf("\n", start);
    if (end < 0) end = text.length;
    const line = text.slice(start, end);
    if (!needs.test(line)) continue;
    for (const { 0: words, index, groups } of line.matchAll(pattern))
      found.push({ 0: words, index: start + index, groups });
  }
  return found;
}

/** The words of a match as a suggestion quotes them, with their place in code points. */
export function quoteAt(text: string, index: number, words: string): SuggestedAttribution["quote"] {
  const exact = words.trim().replace(/^, /u, "");
  const start = offsetMap(text).toCodePoint(index + words.indexOf(exact));
  return { exact, start, end: start + codePointLength(exact) };
}
