/** A word of the text with its UTF-16 span; lower case. */
export type WordToken = { word: string; start: number; end: number };

/** A number read from words: its value, and how many word tokens it took. */
export type WordNumber = { value: number; taken: number; hasScale: boolean };

const UNITS = new Map<string, number>();
const list =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
list.split(" ").forEach((word, value) => UNITS.set(word, value));
for (const word of ["nought", "naught"]) UNITS.set(word, 0);
const TENS = new Map<string, number>();
"twenty thirty forty fifty sixty seventy eighty ninety"
  .split(" ")
  .forEach((word, index) => TENS.set(word, (index + 2) * 10));

/** Short scale, as English-language news writes it; `milliard` is the long scale's word for 10⁹. */
const SCALES = new Map<string, number>([
  ["thousand", 1e3],
  ["lakh", 1e5],
  ["million", 1e6],
  ["crore", 1e7],
  ["milliard", 1e9],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["mln", 1e6],
  ["mn", 1e6],
  ["mil", 1e6],
  ["bln", 1e9],
  ["bn", 1e9],
  ["tln", 1e12],
  ["trn", 1e12],
  ["tn", 1e12],
]);
const DOZENS = new Map<string, number>([
  ["dozen", 12],
  ["dozens", 12],
  ["doz", 12],
  ["dozs", 12],
]);
const FRACTIONS = new Map<string, number>([
  ["half", 2],
  ["halves", 2],
  ["quarter", 4],
  ["third", 3],
  ["fourth", 4],
  ["fifth", 5],
  ["sixth", 6],
  ["seventh", 7],
  ["eighth", 8],
  ["ninth", 9],
  ["tenth", 10],
  ["hundredth", 100],
  ["thousandth", 1e3],
  ["millionth", 1e6],
]);

const scaleOf = (word: string) => SCALES.get(word) ?? SCALES.get(word.replace(/s$/, ""));

/** The multiplier a magnitude word stands for ("million", "bn", "dozen", "hundred"), or null. */
export function magnitudeWord(word: string): number | null {
  return (word === "hundred" ? 100 : scaleOf(word)) ?? DOZENS.get(word) ?? null;
}

/** A plural magnitude that names no amount ("millions", "dozens"): its unit, or null. */
export function vagueMagnitude(word: string): number | null {
  const vague = /^(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions)$/.exec(word)?.[0];
  if (!vague) return null;
  if (vague === "tens") return 10;
  if (vague === "scores") return 20;
  return magnitudeWord(vague) ?? magnitudeWord(vague.slice(0, -1));
}

function fractionAt(words: WordToken[], at: number): { value: number; taken: number } | null {
  const first = words[at]?.word ?? "";
  const denominatorOf = (word: string | undefined, isPlural: boolean) =>
    word === undefined
      ? undefined
      : isPlural
        ? FRACTIONS.get(word === "halves" ? word : word.replace(/s$/, ""))
        : FRACTIONS.get(word);
  if (first === "half") return { value: 0.5, taken: 1 };
  const isOne = first === "a" || first === "an" || first === "one";
  const numerator = isOne ? 1 : UNITS.get(first);
  if (numerator === undefined || numerator === 0) return null;
  const next = words[at + 1]?.word;
  if (!isOne && next !== "halves" && !next?.endsWith("s")) return null;
  const denominator = denominatorOf(next, !isOne);
  return denominator === undefined ? null : { value: numerator / denominator, taken: 2 };
}

/** What has been read so far: `total` of finished scales, `current` below the next scale. */
type Reading = {
  total: number;
  current: number;
  last: "" | "unit" | "tens" | "hundred" | "scale";
  hasScale: boolean;
};

function accept(reading: Reading, word: string): boolean {
  const unit = UNITS.get(word);
  const { last } = reading;
  if (unit !== undefined) {
    if (last === "unit" || (last === "tens" && (unit === 0 || unit > 9))) return false;
    reading.current += unit;
    reading.last = "unit";
    return true;
  }
  const tens = TENS.get(word);
  if (tens !== undefined) {
    if (last === "unit" || last === "tens") return false;
    reading.current += tens;
    reading.last = "tens";
    return true;
  }
  if (word === "hundred") {
    if (last === "" || reading.current === 0 || reading.current > 99) return false;
    reading.current *= 100;
    reading.last = "hundred";
    return true;
  }
  const scale = scaleOf(word) ?? DOZENS.get(word);
  if (scale === undefined || (last === "" && reading.current === 0)) return false;
  if (reading.current === 0) reading.total *= scale;
  else reading.total += reading.current * scale;
  reading.current = 0;
  reading.last = "scale";
  reading.hasScale = true;
  return true;
}

/**
 * Reads the number that begins at a word ("two hundred and two thousand", "half a million", "one and a half"), or
 * null. `seed` continues a numeral ("2" before "million", "2" before "and a half million"). Cardinals only.
 */
export function readWordNumber(
  words: WordToken[],
  at: number,
  seed: number | null = null,
): WordNumber | null {
  const reading: Reading = {
    total: 0,
    current: seed ?? 0,
    last: seed === null ? "" : "unit",
    hasScale: false,
  };
  let index = at;
  const word = (offset = 0) => words[index + offset]?.word ?? "";
  if (seed === null) {
    const fraction = fractionAt(words, index);
    if (fraction) return readFractionOf(words, index, fraction);
    if ((word() === "a" || word() === "an") && magnitudeWord(word(1)) !== null && !word(1).endsWith("s")) {
      reading.current = 1;
      reading.last = "unit";
      index += 1;
    }
  }
  for (; index < words.length; index += 1) {
    const joinsHundreds =
      word() === "and" &&
      (reading.last === "hundred" || reading.last === "scale") &&
      (UNITS.has(word(1)) || TENS.has(word(1)));
    if (joinsHundreds && (reading.last === "hundred" || seed === null)) continue;
    const half = word() === "and" && reading.last !== "" ? fractionAt(words, index + 1) : null;
    if (half && half.value < 1) {
      reading.current += half.value;
      index += half.taken;
      continue;
    }
    if (word() === "point" && UNITS.has(word(1)) && reading.last !== "scale") {
      let digits = "";
      for (; UNITS.has(word(1)) && (UNITS.get(word(1)) ?? 10) < 10; index += 1) digits += UNITS.get(word(1));
      reading.current += Number(`0.${digits || "0"}`);
      continue;
    }
    if (!accept(reading, word())) break;
  }
  const taken = index - at;
  if (taken === 0) return null;
  return { value: reading.total + reading.current, taken, hasScale: reading.hasScale };
}

/** "half a million", "a quarter of a billion", "three quarters of a million"; else the fraction alone. */
function readFractionOf(
  words: WordToken[],
  at: number,
  fraction: { value: number; taken: number },
): WordNumber {
  let index = at + fraction.taken;
  if (words[index]?.word === "of") index += 1;
  if (words[index]?.word === "a") {
    const scale = magnitudeWord(words[index + 1]?.word ?? "");
    if (scale !== null) return { value: fraction.value * scale, taken: index + 2 - at, hasScale: true };
  }
  return { value: fraction.value, taken: fraction.taken, hasScale: false };
}
