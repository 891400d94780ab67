import { magnitudeWord } from "../figures/number-words";
import type { Piece } from "./differences";

/** Whether a piece says something: a letter or a digit. */
export const isWord = (token: string) => /[\p{L}\p{N}]/u.test(token);

/** Words for shares, which belong to their number as "million" does. */
const shares = /^(?:percent|per cent|percentage points?|points?)(?!\p{L})/iu;

/** The words of a quote that differ, each number with the scale or share that it stands in: "$34 million". */
export function differingWords(pieces: readonly Piece[]): string[] {
  return pieces.flatMap(({ text, differs }, index) => {
    if (!differs || !isWord(text)) return [];
    const next = pieces[index + 1]?.text ?? "";
    return [/\p{N}$/u.test(text) ? `${text}${scaleAfter(next)}` : text];
  });
}

/** The scale with which a text goes on after a number, and its blank; empty where it goes on otherwise. */
function scaleAfter(text: string): string {
  const [, blank, word] = /^([ \u00a0\u202f-])(\p{L}+)/u.exec(text) ?? [];
  if (!blank || !word) return "";
  const share = shares.exec(text.slice(blank.length));
  if (share) return `${blank}${share[0]}`;
  return magnitudeWord(word.toLowerCase()) === null ? "" : `${blank}${word}`;
}

const aNumber = /^(\p{Sc}?)\p{N}[\p{N}.,]*(?:\p{Sc}|%)?(?:[^\p{L}\p{N}]\p{L}+(?: \p{L}+)?)?$/u;
const aYear = /^(?:1[89]|20)\d\d$/;

/** What a number counts in, by its marks and scale: null of what is no number alone. */
function kindOf(word: string): string | null {
  if (!aNumber.test(word)) return null;
  return aYear.test(word) ? "year" : word.replace(/[\p{N}.,]+/gu, "#").toLowerCase();
}

/** The second list with each number at the place of the first's of its kind; the rest of both follow in their order. */
export function pairedByKind(a: readonly string[], b: readonly string[]): [a: string[], b: string[]] {
  const left = [...b];
  const pairs = a.flatMap((word): [string, string][] => {
    const kind = kindOf(word);
    const at = kind === null ? -1 : left.findIndex((other) => kindOf(other) === kind);
    return at < 0 ? [] : [[word, left.splice(at, 1)[0]!]];
  });
  const [paired, answers] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
  const rest = [...a];
  for (const word of paired) rest.splice(rest.indexOf(word), 1);
  return [
    [...paired, ...rest],
    [...answers, ...left],
  ];
}
