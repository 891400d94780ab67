import { CURRENCY_CODES } from "./currency-names";
import { magnitudeWord } from "./number-words";

/** A numeral as digits write it, in UTF-16 units, before any words that multiply it. */
export type Numeral = {
  start: number;
  end: number;
  value: number;
  /** Digits as written, without magnitude. */
  digits: string;
  /** Whether an unmistakable magnitude ("bn", "mln", an exponent) is part of it. */
  hasScale: boolean;
  /** A letter that is a magnitude only beside a currency or a counted noun ("34m", "5 M"), and where it ends. */
  suffix: { letter: string; factor: number; end: number } | null;
  /** "1/3", "4/5". */
  isFraction: boolean;
};

const BLANK = "\\u00A0\\u202F\\u2009";
/** Digits stand free, or right after a currency in letters ("EUR5"); "F-16" and "A4" are names. */
const FREE = `(?:(?<![\\p{L}\\p{N}_]|\\p{L}-|\\p{N}[.,:/])|(?<=(?<!\\p{L})(?:${CURRENCY_CODES.join("|")}|RM|Rp|Rs))|(?<=(?<!\\p{L})R)(?=\\d{1,3}(?:,\\d{3}| ?(?:million|billion|bn|m\\b))))`;
const DIGITS = new RegExp(
  `(?=[.\\d])${FREE}(?:${[
    "\\d{1,3} {1,2}[1-9]/[2-9](?![\\d/])",
    "\\d{1,4}/\\d{1,4}(?![\\d/.])",
    "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?",
    "\\d{1,3}(?:\\.\\d{3}){2,}",
    `\\d{1,3}(?:[${BLANK}]\\d{3})+(?!\\d)`,
    "\\d{1,3}(?: \\d{3})* 000(?!\\d)",
    "\\d{1,15},\\d{1,2}(?![\\d,])",
    "\\d{0,15}\\.\\d+",
    "\\d+",
  ].join("|")})`,
  "gu",
);
/** "22,24,26,31": numbers of a list, neither thousands nor a decimal comma. */
const COMMA_LIST = /(?<![\d.,])\d{1,2}(?:,\d{1,2}){2,}(?![\d,])/g;
const SUFFIX = /^[ \u00A0]{0,2}(k|K|m|M|b|B|t|T)(?![\p{L}\p{N}])/u;
const SUFFIX_FACTOR: Record<string, number> = { k: 1e3, m: 1e6, b: 1e9, t: 1e12 };
const GLUED_SCALE = /^[ \u00A0-]?(mln|mn|mil|bln|bn|tln|trn|tn)\b\.?/i;
const POWER =
  /^(?:\^([+-]*\d{1,3})(?![\d.])|[eE]([+-]?\d{1,3})(?![\p{L}\d])|\s?[x×]\s?10\^([+-]*\d{1,3})(?!\d))/u;
const VULGAR: Record<string, number> = {
  "½": 1 / 2,
  "¼": 1 / 4,
  "¾": 3 / 4,
  "⅓": 1 / 3,
  "⅔": 2 / 3,
  "⅕": 1 / 5,
  "⅖": 2 / 5,
  "⅗": 3 / 5,
  "⅘": 4 / 5,
  "⅙": 1 / 6,
  "⅛": 1 / 8,
  "⅜": 3 / 8,
  "⅝": 5 / 8,
  "⅞": 7 / 8,
};
const VULGAR_ALONE = new RegExp(
  `(?<![\\p{L}\\p{N}])[${Object.keys(VULGAR).join("")}](?![\\p{L}\\p{N}])`,
  "gu",
);
/** Letters that may stand right after digits because they are a unit. */
const GLUED_UNIT =
  /^(?:km|kg|cm|mm|ft|lbs?|pp|pct|bps|GW|MW|kWh|m|t|g|x|rub|usd|eur|p|c|c\.|k?[A-Z]{3})(?![\p{L}\p{N}])/iu;

/** Multiplies without binary dust: 15.5 × 10⁶ is 15,500,000. */
export function scaled(value: number, factor: number): number {
  return Number((value * factor).toPrecision(15));
}

/** The value of digits as English writes them: comma groups and a decimal point; "46,6" is a decimal comma. */
function numeralValue(digits: string): number {
  const mixed = /^(?:(\d+) +)?(\d+)\/(\d+)$/.exec(digits);
  if (mixed) return Number(mixed[1] ?? 0) + Number(mixed[2]) / Number(mixed[3]);
  const compact = digits.replace(/[\s\u00A0\u202F\u2009]/g, "");
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(compact)) return Number(compact.replaceAll(".", ""));
  if (/^\d+,\d{1,2}$/.test(compact)) return Number(compact.replace(",", "."));
  return Number(compact.replaceAll(",", ""));
}

/** Every numeral of a text, in order and without overlap. Ordinals ("2nd"), ids and codes ("F-16", "4th") are left out. */
export function scanNumerals(text: string): Numeral[] {
  const shown = text.replace(COMMA_LIST, (list) => list.replaceAll(",", ";"));
  const numerals: Numeral[] = [];
  for (const match of shown.matchAll(DIGITS)) {
    if (match.index < (numerals[numerals.length - 1]?.end ?? 0)) continue;
    const numeral = numeralAt(text, match.index, match[0]);
    if (numeral && Number.isFinite(numeral.value)) numerals.push(numeral);
  }
  for (const { index, 0: sign } of text.matchAll(VULGAR_ALONE))
    numerals.push({ ...plain(index, sign), value: VULGAR[sign] ?? 0, isFraction: true });
  return numerals.sort((a, b) => a.start - b.start);
}

const plain = (start: number, digits: string): Numeral => ({
  start,
  end: start + digits.length,
  value: 0,
  digits,
  hasScale: false,
  suffix: null,
  isFraction: false,
});

function numeralAt(text: string, start: number, digits: string): Numeral | null {
  const numeral = { ...plain(start, digits), value: numeralValue(digits), isFraction: digits.includes("/") };
  const fraction = VULGAR[text[numeral.end] ?? ""];
  if (fraction !== undefined) {
    numeral.value += fraction;
    numeral.end += 1;
  }
  readPower(text, numeral);
  readLetters(text, numeral);
  const isGlued = /^\p{L}/u.test(text.slice(numeral.end, numeral.end + 2));
  const isRead = numeral.hasScale || numeral.suffix !== null;
  return isGlued && !isRead && !GLUED_UNIT.test(text.slice(numeral.end, numeral.end + 6)) ? null : numeral;
}

/** "12.3e+4", "1.1^23", "1.3x10^6". */
function readPower(text: string, numeral: Numeral): void {
  const power = POWER.exec(text.slice(numeral.end, numeral.end + 12));
  if (!power) return;
  const signed = power[1] ?? power[2] ?? power[3] ?? "0";
  const exponent = Number(signed.replace(/[+-]/g, "")) * (signed.split("-").length % 2 === 0 ? -1 : 1);
  numeral.value = power[1] === undefined ? scaled(numeral.value, 10 ** exponent) : numeral.value ** exponent;
  numeral.end += power[0].length;
  numeral.hasScale = true;
}

/** "2.5bn" is part of the numeral; "34m" may be a magnitude. */
function readLetters(text: string, numeral: Numeral): void {
  const after = text.slice(numeral.end, numeral.end + 8);
  const scale = GLUED_SCALE.exec(after);
  const factor = scale?.[1] ? magnitudeWord(scale[1].toLowerCase()) : null;
  if (scale && factor !== null) {
    const endsSentence =
      scale[0].endsWith(".") && !/^\s+\p{Ll}/u.test(text.slice(numeral.end + scale[0].length));
    numeral.value = scaled(numeral.value, factor);
    numeral.end += scale[0].length - Number(endsSentence);
    numeral.hasScale = true;
    return;
  }
  const suffix = SUFFIX.exec(after);
  const letter = suffix?.[1] ?? "";
  if (suffix)
    numeral.suffix = {
      letter,
      factor: SUFFIX_FACTOR[letter.toLowerCase()] ?? 1,
      end: numeral.end + suffix[0].length,
    };
}
