import { denominatorWord, scaleWord, smallNumber, tensNumber } from "./number-words";
import type { WordToken } from "./number-words";

/** A number read from words: its value, and how many word tokens it took. */
export type WordNumber = { value: number; taken: number; hasScale: boolean };

/** What has been read so far: `total` of finished scales, `current` below the next scale. */
type Reading = {
  total: number;
  current: number;
  last: "" | "digits" | "unit" | "teen" | "tens" | "hundred" | "scale" | "decimals";
  /** The last scale word's multiplier, 1 before any. */
  scale: number;
  /** Whether it continues a numeral: "2 million and three boats" are two numbers. */
  isSeeded: boolean;
};

const wordAt = (words: WordToken[], index: number) => words[index]?.word ?? "";

function accept(reading: Reading, word: string): boolean {
  const { last } = reading;
  const isClosed = last === "unit" || last === "teen" || last === "digits" || last === "decimals";
  const small = smallNumber(word);
  const tens = tensNumber(word);
  if (small !== undefined) {
    if (isClosed || (last === "tens" && (small === 0 || small > 9))) return false;
    reading.current += small;
    reading.last = small > 9 ? "teen" : "unit";
    return true;
  }
  if (tens !== undefined) {
    if (isClosed || last === "tens") return false;
    reading.current += tens;
    reading.last = "tens";
    return true;
  }
  if (word === "hundred") {
    const isOpen = last === "unit" || last === "teen" || last === "tens" || last === "digits";
    if (!isOpen || (reading.current > 99 && last !== "digits")) return false;
    reading.current *= 100;
    reading.last = "hundred";
    return true;
  }
  return acceptScale(reading, word);
}

function acceptScale(reading: Reading, word: string): boolean {
  const scale = scaleWord(word);
  if (scale === undefined || reading.last === "") return false;
  // "three lakh crore" multiplies what is there.
  if (reading.current === 0) reading.total *= scale;
  else reading.total += reading.current * scale;
  reading.current = 0;
  reading.scale = scale;
  reading.last = "scale";
  return true;
}

/** "hundred and three", "trillion and three hundred": only a cardinal that is no fraction and no new hundred joins. */
function joinsByAnd(words: WordToken[], index: number, reading: Reading): boolean {
  if (reading.last !== "hundred" && (reading.last !== "scale" || reading.isSeeded)) return false;
  const next = wordAt(words, index + 1);
  if (smallNumber(next) === undefined && tensNumber(next) === undefined) return false;
  if (reading.last === "hundred" && wordAt(words, index + 2) === "hundred") return false;
  return readFraction(words, index + 1) === null;
}

/** "point five", "point nought four", "point seventy-one": the digits that words after a point spell, and how many. */
function decimals(words: WordToken[], at: number): { digits: string; taken: number } {
  const first = tensNumber(wordAt(words, at)) ?? smallNumber(wordAt(words, at));
  if (first !== undefined && first > 9) {
    const unit = smallNumber(wordAt(words, at + 1)) ?? 0;
    const isJoined = first >= 20 && unit > 0 && unit < 10;
    return { digits: String(first + (isJoined ? unit : 0)), taken: isJoined ? 2 : 1 };
  }
  let taken = 0;
  let digits = "";
  for (let digit = first; digit !== undefined && digit < 10; digit = smallNumber(wordAt(words, at + taken))) {
    digits += String(digit);
    taken += 1;
  }
  return { digits, taken };
}

/** The cardinal that begins at a word and ends before `end`; `seed` continues a numeral ("2" before "million"). */
function readCardinal(words: WordToken[], at: number, end: number, seed: number | null) {
  const isSeeded = seed !== null;
  const last = isSeeded ? "digits" : "";
  const reading: Reading = { total: 0, current: seed ?? 0, last, scale: 1, isSeeded };
  let index = at;
  const first = wordAt(words, at);
  const isBareHundred = first === "hundred" && scaleWord(wordAt(words, at + 1)) !== undefined;
  const isArticle = first === "a" || first === "an";
  const magnitude = wordAt(words, at + 1);
  const isOne = isArticle && (magnitude === "hundred" || scaleWord(magnitude) !== undefined);
  if (seed === null && (isBareHundred || (isOne && !magnitude.endsWith("s")))) {
    reading.current = 1;
    reading.last = "unit";
    if (isOne) index += 1;
  }
  for (; index < end; index += 1) {
    const word = wordAt(words, index);
    if (word === "and") {
      if (!joinsByAnd(words, index, reading)) break;
      continue;
    }
    if (word === "point" && reading.last !== "scale" && reading.last !== "decimals" && reading.last !== "") {
      const { digits, taken } = decimals(words, index + 1);
      if (taken === 0) break;
      reading.current += Number(`0.${digits}`);
      reading.last = "decimals";
      index += taken;
      continue;
    }
    if (!accept(reading, word)) break;
  }
  if (index === at && !isSeeded) return null;
  return { ...reading, value: reading.total + reading.current, taken: index - at };
}

/** Whether a cardinal and an ordinal make one: "twenty first", "one hundred fifth", "one thousand fifth". */
function isCompound(cardinal: number, ordinal: number): boolean {
  if (cardinal === 0) return false;
  return (
    (cardinal % 10 === 0 && cardinal % 100 >= 20 && ordinal < 10) ||
    (cardinal % 100 === 0 && ordinal < 100) ||
    (cardinal % 1000 === 0 && ordinal < 1000)
  );
}

function denominatorFrom(words: WordToken[], from: number, ordinalAt: number): number | null {
  const ordinal = denominatorWord(wordAt(words, ordinalAt))?.value ?? 1;
  if (from === ordinalAt) return ordinal === 1 ? null : ordinal;
  // "thirty-two fifths" is 32 of them: a hyphened pair is not parted.
  if (words[from]?.isHyphened) return null;
  const cardinal = readCardinal(words, from, ordinalAt, null);
  if (!cardinal || cardinal.taken !== ordinalAt - from || !isCompound(cardinal.value, ordinal)) return null;
  return cardinal.value + ordinal;
}

function numeratorTo(words: WordToken[], at: number, end: number): number | null {
  const first = wordAt(words, at);
  if (end === at + 1 && (first === "a" || first === "an")) return 1;
  const cardinal = readCardinal(words, at, end, null);
  return cardinal && cardinal.taken === end - at && cardinal.value > 0 ? cardinal.value : null;
}

/**
 * The fraction in words that begins at a word: "half", "two thirds", "three twenty-firsts". The longest denominator
 * wins ("twenty twenty fifths" is 20/25). One of them is singular, several are plural: "twenty-fifth" is no fraction.
 */
function readFraction(words: WordToken[], at: number): { value: number; taken: number } | null {
  if (wordAt(words, at) === "half") return { value: 0.5, taken: 1 };
  let ordinalAt = at + 1;
  while (ordinalAt < words.length && denominatorWord(wordAt(words, ordinalAt)) === undefined) ordinalAt += 1;
  const ordinal = denominatorWord(wordAt(words, ordinalAt));
  if (!ordinal || wordAt(words, at) === "and") return null;
  for (let from = at + 1; from <= ordinalAt; from += 1) {
    const denominator = denominatorFrom(words, from, ordinalAt);
    const numerator = denominator === null ? null : numeratorTo(words, at, from);
    if (denominator === null || numerator === null || (numerator !== 1) !== ordinal.isPlural) continue;
    const isOrdinal = words[from]?.isHyphened && tensNumber(wordAt(words, from - 1)) !== undefined;
    if (!isOrdinal) return { value: numerator / denominator, taken: ordinalAt + 1 - at };
  }
  return null;
}

/** "half a million", "a quarter of a billion", "three quarters million", "half a dozen"; else the fraction alone. */
function timesMagnitude(
  words: WordToken[],
  at: number,
  fraction: { value: number; taken: number },
): WordNumber {
  let index = at + fraction.taken;
  if (wordAt(words, index) === "of" && wordAt(words, index + 1) === "a") index += 1;
  if (wordAt(words, index) === "a") index += 1;
  const scale = scaleWord(wordAt(words, index));
  if (scale === undefined || (wordAt(words, index).endsWith("s") && scale !== 12))
    return { ...fraction, hasScale: false };
  return { value: fraction.value * scale, taken: index + 1 - at, hasScale: true };
}

/** "One and a half billion", "3 million and a half", "one billion and a half million", "twenty and three and a third". */
function plusFraction(
  words: WordToken[],
  at: number,
  cardinal: NonNullable<ReturnType<typeof readCardinal>>,
): WordNumber {
  const plain = { value: cardinal.value, taken: cardinal.taken, hasScale: cardinal.last === "scale" };
  let next = at + cardinal.taken;
  let base = cardinal.value;
  const unit = smallNumber(wordAt(words, next + 1)) ?? 0;
  const isTensAndUnit = cardinal.last === "tens" && unit > 0 && wordAt(words, next + 2) === "and";
  if (wordAt(words, next) === "and" && isTensAndUnit && readFraction(words, next + 3)) {
    next += 2;
    base += unit;
  }
  const fraction = wordAt(words, next) === "and" ? readFraction(words, next + 1) : null;
  if (!fraction || fraction.value >= 1 || cardinal.last === "decimals") return plain;
  const part = timesMagnitude(words, next + 1, fraction);
  const taken = next + 1 + part.taken - at;
  if (part.hasScale) {
    // "One and a half billion" multiplies both; "one billion and a half million" adds.
    if (cardinal.last === "scale") return { value: base + part.value, taken, hasScale: true };
    return { value: (base + fraction.value) * (part.value / fraction.value), taken, hasScale: true };
  }
  // "Two million and a third of them" are two amounts.
  if (wordAt(words, at + taken) === "of") return plain;
  const scale = cardinal.last === "scale" ? cardinal.scale : 1;
  return { value: base + fraction.value * scale, taken, hasScale: plain.hasScale };
}

/**
 * Reads the number that begins at a word ("two hundred and two thousand", "half a million", "one and a half"), or
 * null. `words` are one connected run; `seed` continues a numeral ("2" before "million" or "and a half"). Ordinals are
 * no numbers, but name fractions.
 */
export function readWordNumber(
  words: WordToken[],
  at: number,
  seed: number | null = null,
): WordNumber | null {
  if (seed === null) {
    const isBareQuarter = wordAt(words, at) === "quarter";
    const fraction = isBareQuarter ? { value: 0.25, taken: 1 } : readFraction(words, at);
    if (fraction) {
      const number = timesMagnitude(words, at, fraction);
      return isBareQuarter && !number.hasScale ? null : number;
    }
  }
  const cardinal = readCardinal(words, at, words.length, seed);
  if (!cardinal) return null;
  const number = plusFraction(words, at, cardinal);
  return number.taken > 0 ? number : null;
}
