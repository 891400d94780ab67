import { magnitudeWord, readWordNumber } from "./number-words";
import type { WordToken } from "./number-words";

/** A number as the text writes it, in UTF-16 units; `value` includes magnitude words. */
export type NumberToken = {
  start: number;
  end: number;
  value: number;
  /** Digits as written, without magnitude; empty for a number in words. */
  digits: string;
  /** Whether a magnitude word ("million") or an unmistakable suffix ("bn") is part of it. */
  hasScale: boolean;
  /** A suffix that is a magnitude only beside a currency or a counted noun ("34m", "5 M"), and where it ends. */
  suffix: { factor: number; end: number } | null;
  /** "1.000": a thousand when money or things are counted, one otherwise. */
  isDottedThousand: boolean;
  /** "One in three", "9 out of 10": the value is the ratio. */
  isRatio: boolean;
};

const DIGITS =
  /(?<![\p{L}\p{N}_]|\p{L}-|\p{N}[.,:/])(?:\d{1,3} {1,2}[1-9]\/[2-9](?![\d/])|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:[\u00A0\u202F\u2009]\d{3})+(?!\d)|\d{1,3}(?: \d{3})* 000(?!\d)|\d+,\d{1,2}(?![\d,])|\d*\.\d+|\d+)/gu;
/** After a currency written in letters ("US$5", "EUR5") a numeral may follow directly. */
const SUFFIX = /^[ \u00A0]?(k|K|m|M|b|B|t|T)(?![\p{L}\p{N}])/u;
const GLUED_SCALE = /^[ \u00A0-]?(mln|mn|mil|bln|bn|tln|trn|tn)\b\.?/i;
const SUFFIX_FACTOR: Record<string, number> = { k: 1e3, m: 1e6, b: 1e9, t: 1e12 };
const VULGAR: Record<string, number> = { "½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3 };

/** The value of digits as English writes them: comma groups and a decimal point; "46,6" is a decimal comma. */
export function numeralValue(digits: string): number {
  const mixed = /^(\d+) +(\d)\/(\d)$/.exec(digits);
  if (mixed) return Number(mixed[1]) + Number(mixed[2]) / Number(mixed[3]);
  const compact = digits.replace(/[\s\u00A0\u202F\u2009]/g, "");
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(compact)) return Number(compact.replaceAll(".", ""));
  if (/^\d+,\d{1,2}$/.test(compact)) return Number(compact.replace(",", "."));
  return Number(compact.replaceAll(",", ""));
}

/** The words of a text, lower case, with their UTF-16 spans. */
export function wordsOf(text: string, from = 0, to = text.length): WordToken[] {
  const words: WordToken[] = [];
  const pattern = /\p{L}+/gu;
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match && match.index < to; match = pattern.exec(text))
    words.push({ word: match[0].toLowerCase(), start: match.index, end: match.index + match[0].length });
  return words;
}

/** Words of one number may be parted by blanks, or one hyphen; anything else ends the number. */
function connected(text: string, words: WordToken[], from: number): WordToken[] {
  const run: WordToken[] = [];
  for (let index = from; index < Math.min(words.length, from + 16); index += 1) {
    const word = words[index];
    const before = run[run.length - 1];
    if (!word || (before && !/^(?:[ \u00A0]+|-)$/.test(text.slice(before.end, word.start)))) break;
    run.push(word);
  }
  return run;
}

/** Every number of a text, in digits or words, in order and without overlap. Ordinals, ids and codes are left out. */
export function scanNumbers(text: string): NumberToken[] {
  const words = wordsOf(text);
  const tokens = digitTokens(text, words);
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (!word || tokens.some((token) => word.start < token.end && word.end > token.start)) continue;
    const run = connected(text, words, index);
    const number = readWordNumber(run, 0);
    const last = number ? run[number.taken - 1] : undefined;
    if (!number || !last) continue;
    index += number.taken - 1;
    if (/^-?\d/.test(text.slice(last.end, last.end + 2))) continue;
    const { value, hasScale } = number;
    tokens.push({
      start: word.start,
      end: last.end,
      value,
      digits: "",
      hasScale,
      suffix: null,
      isDottedThousand: false,
      isRatio: false,
    });
  }
  return joinRatios(
    text,
    tokens.sort((a, b) => a.start - b.start),
  ).map((token) => withSign(text, token));
}

function digitTokens(text: string, words: WordToken[]): NumberToken[] {
  const tokens: NumberToken[] = [];
  let wordIndex = 0;
  for (const match of text.matchAll(DIGITS)) {
    const start = match.index;
    if (start < (tokens[tokens.length - 1]?.end ?? 0)) continue;
    const token = digitToken(text, start, match[0]);
    while (wordIndex < words.length && (words[wordIndex]?.start ?? 0) < token.end) wordIndex += 1;
    if (!token.hasScale) readScale(text, token, words, wordIndex);
    const after = text.slice(token.end, token.end + 12);
    const isGluedToLetters = token.suffix === null && !token.hasScale && /^\p{L}/u.test(after);
    const isUnit =
      /^(?:km|kg|cm|mm|ft|lbs?|pp|pct|bps|GW|MW|kWh|m|t|g|rub|usd|eur|p|c|c\.)(?![\p{L}\p{N}])/iu.test(after);
    if (isGluedToLetters && !isUnit) continue;
    tokens.push(token);
  }
  return tokens;
}

function digitToken(text: string, start: number, digits: string): NumberToken {
  const end = start + digits.length;
  const token: NumberToken = {
    start,
    end,
    value: numeralValue(digits),
    digits,
    hasScale: false,
    suffix: null,
    isDottedThousand: /^\d{1,3}\.000$/.test(digits),
    isRatio: false,
  };
  const fraction = VULGAR[text[end] ?? ""];
  if (fraction !== undefined) {
    token.value += fraction;
    token.end += 1;
  }
  const scale = GLUED_SCALE.exec(text.slice(token.end, token.end + 8));
  const factor = scale?.[1] ? magnitudeWord(scale[1].toLowerCase()) : null;
  if (scale && factor !== null) {
    const dot =
      scale[0].endsWith(".") && !/^\s+\p{Ll}/u.test(text.slice(token.end + scale[0].length)) ? 1 : 0;
    token.value = scaled(token.value, factor);
    token.end += scale[0].length - dot;
    token.hasScale = true;
    return token;
  }
  const suffix = SUFFIX.exec(text.slice(token.end, token.end + 4));
  const letter = suffix?.[1]?.toLowerCase() ?? "";
  if (suffix) token.suffix = { factor: SUFFIX_FACTOR[letter] ?? 1, end: token.end + suffix[0].length };
  return token;
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
}

/** Multiplies without binary dust: 15.5 × 10⁶ is 15,500,000. */
export function scaled(value: number, factor: number): number {
  return Number((value * factor).toPrecision(15));
}

const RATIO = /^ (?:out of|in every) $/;
const RATIO_IN = /^ in $/;

/** "One out of three", "nine in 10 voters", "1 over 3" become one number below one. */
function joinRatios(text: string, tokens: NumberToken[]): NumberToken[] {
  const joined: NumberToken[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const [first, second] = [tokens[index], tokens[index + 1]];
    if (!first) continue;
    const gap = second ? text.slice(first.end, second.start) : "";
    const after = second ? text.slice(second.end, second.end + 24) : "";
    const isRatio =
      RATIO.test(gap) ||
      (gap === " over " && /^\s*(?:$|[.,;:)])/u.test(after)) ||
      (RATIO_IN.test(gap) &&
        (second?.value ?? 0) <= 20 &&
        /^ \p{L}+(?:s|people|men|women|children)(?!\p{L})/u.test(after));
    if (
      second &&
      isRatio &&
      first.value > 0 &&
      second.value > 0 &&
      (gap === " over " || first.value < second.value)
    ) {
      joined.push({
        ...first,
        end: second.end,
        value: first.value / second.value,
        suffix: null,
        isRatio: true,
      });
      index += 1;
    } else joined.push(first);
  }
  return joined;
}

/** "minus five", "negative one", "-1" where the sign stands free. */
function withSign(text: string, token: NumberToken): NumberToken {
  const before = text.slice(Math.max(0, token.start - 10), token.start);
  const sign = /(?:^|[\s(])([-−]|- (?=$)|(?:minus|negative) )$/iu.exec(before)?.[1];
  if (sign === undefined || token.value === 0) return token;
  return { ...token, start: token.start - sign.length, value: -token.value };
}
