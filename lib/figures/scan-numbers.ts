import { beginsNumber, denominatorWord, magnitudeWord } from "./number-words";
import type { WordToken } from "./number-words";
import { scaled, scanNumerals } from "./numerals";
import type { Numeral } from "./numerals";
import { readWordNumber } from "./read-word-number";

/** A number as the text writes it, in UTF-16 units; `value` includes magnitude words. */
export type NumberToken = Numeral & {
  /** "1.000": a thousand when money or things are counted, one otherwise. */
  isDottedThousand: boolean;
  /** "One in three", "9 out of 10": the value is the ratio. */
  isRatio: boolean;
};

/** Longest number in words, in words; longer runs are read in pieces, so that a wall of them stays linear. */
const RUN_MAX = 40;

/** The words of a text, lower case, with their UTF-16 spans. */
function wordsOf(text: string): WordToken[] {
  const words: WordToken[] = [];
  for (const { 0: word, index: start } of text.matchAll(/\p{L}+/gu)) {
    const end = start + word.length;
    const previous = words[words.length - 1]?.end ?? 0;
    const isHyphened = /^ ?-{1} ?$/.test(text.slice(previous, start)) && previous > 0;
    words.push({ word: word.toLowerCase(), start, end, isHyphened });
  }
  return words;
}

/** Words of one number may be parted by blanks, or one hyphen; anything else ends the number. */
function connected(text: string, words: WordToken[], from: number): WordToken[] {
  const run: WordToken[] = [];
  for (let index = from; index < Math.min(words.length, from + RUN_MAX); index += 1) {
    const word = words[index];
    const before = run[run.length - 1];
    if (!word) break;
    if (before && !word.isHyphened && !/^[ \u00A0]{1,4}$/.test(text.slice(before.end, word.start))) break;
    run.push(word);
  }
  return run;
}

/** Every number of a text, in digits or words, in order and without overlap. Ordinals, ids and codes are left out. */
export function scanNumbers(text: string): NumberToken[] {
  const words = wordsOf(text);
  const digits = digitTokens(text, words);
  const tokens = [...digits, ...wordTokens(text, words, digits)].sort((a, b) => a.start - b.start);
  return joinRatios(text, tokens).map((token) => withSign(text, token));
}

function digitTokens(text: string, words: WordToken[]): NumberToken[] {
  let wordIndex = 0;
  return scanNumerals(text).map((numeral) => {
    const token = { ...numeral, isDottedThousand: /^\d{1,3}\.000$/.test(numeral.digits), isRatio: false };
    while (wordIndex < words.length && (words[wordIndex]?.start ?? 0) < token.end) wordIndex += 1;
    if (!token.hasScale) readScale(text, token, words, wordIndex);
    return token;
  });
}

/** "34 million", "2 and a half million", "3 dozen", "5-million". */
function readScale(text: string, token: NumberToken, words: WordToken[], from: number): void {
  const first = words[from];
  if (!first || !/^(?:[ \u00A0]{1,2}|-)$/.test(text.slice(token.end, first.start))) return;
  const run = connected(text, words, from);
  const isFraction = first.word === "and" && /^(?:a|one|three)$/.test(run[1]?.word ?? "");
  if (!isFraction && (magnitudeWord(first.word) === null || /^(?:hundreds|thousands)$/.test(first.word)))
    return;
  const number = readWordNumber(run, 0, token.value);
  const last = number ? run[number.taken - 1] : undefined;
  if (!number || !last) return;
  token.value = scaled(number.value, 1);
  token.end = last.end;
  token.hasScale = number.hasScale;
  token.suffix = null;
}

/** "Forty-fifth", "two hundredth": the words before belong to an ordinal, which is no amount. */
function isOrdinal(next: string | undefined): boolean {
  const denominator = next === undefined ? undefined : denominatorWord(next);
  return denominator !== undefined && !denominator.isPlural && next !== "half" && next !== "quarter";
}

function wordTokens(text: string, words: WordToken[], digits: NumberToken[]): NumberToken[] {
  const tokens: NumberToken[] = [];
  let next = 0;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (!word) continue;
    while (next < digits.length && (digits[next]?.end ?? 0) <= word.start) next += 1;
    if ((digits[next]?.start ?? Infinity) < word.end || !beginsNumber(word.word)) continue;
    const run = connected(text, words, index);
    const number = readWordNumber(run, 0);
    const last = number ? run[number.taken - 1] : undefined;
    if (!number || !last) continue;
    index += number.taken - 1;
    if (/^-?\d/.test(text.slice(last.end, last.end + 2)) || isOrdinal(run[number.taken]?.word)) continue;
    tokens.push({
      start: word.start,
      end: last.end,
      value: number.value,
      digits: "",
      hasScale: number.hasScale,
      suffix: null,
      isFraction: false,
      isDottedThousand: false,
      isRatio: false,
    });
  }
  return tokens;
}

const RATIO = /^ (?:out of|in every) $/;
const RATIO_IN = /^ in $/;

/** "One out of three", "nine in 10 voters", "1 over 3" become one number below one. */
function joinRatios(text: string, tokens: NumberToken[]): NumberToken[] {
  const joined: NumberToken[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const [first, second] = [tokens[index], tokens[index + 1]];
    if (!first) continue;
    if (second && isRatio(text, first, second)) {
      const value = first.value / second.value;
      joined.push({ ...first, end: second.end, value, suffix: null, isRatio: true });
      index += 1;
    } else joined.push(first);
  }
  return joined;
}

function isRatio(text: string, first: NumberToken, second: NumberToken): boolean {
  if (!(first.value > 0 && second.value > 0)) return false;
  const gap = text.slice(first.end, second.start);
  const after = text.slice(second.end, second.end + 24);
  if (gap === " over ") return /^\s*(?:$|[.,;:)])/u.test(after);
  if (first.value >= second.value) return false;
  const isCounted = /^ \p{L}+(?:s|people|men|women|children)(?!\p{L})/u.test(after);
  return RATIO.test(gap) || (RATIO_IN.test(gap) && second.value <= 20 && isCounted);
}

/** "minus five", "negative one", "-1" where the sign stands free. */
function withSign(text: string, token: NumberToken): NumberToken {
  const before = text.slice(Math.max(0, token.start - 10), token.start);
  const sign = /(?:^|[\s(])([-−]|- (?=$)|(?:minus|negative) )$/iu.exec(before)?.[1];
  if (sign === undefined || token.value === 0) return token;
  return { ...token, start: token.start - sign.length, value: -token.value };
}
