/** A word of the text with its UTF-16 span; lower case. */
export type WordToken = {
  word: string;
  start: number;
  end: number;
  /** Joined to the word before it by a hyphen ("twenty-one", "two - thirds"). */
  isHyphened: boolean;
};

const numbered = (words: string, valueOf: (index: number) => number) =>
  words.split(" ").map((word, index): [string, number] => [word, valueOf(index)]);

const SMALL = new Map<string, number>([
  ...numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    (index) => index,
  ),
  ["nought", 0],
  ["naught", 0],
]);
const TENS = new Map(
  numbered("twenty thirty forty fifty sixty seventy eighty ninety", (index) => (index + 2) * 10),
);
/** The same multipliers after digits in Arabic, Persian and languages in Cyrillic, in the forms that follow a number. */
const SCALES_ELSEWHERE: [number, string][] = [
  [1e3, "ألف الف آلاف هزار хиляди хиљада тис тыс тисяча тисячі тисяч тысяча тысячи тысяч"],
  [
    1e6,
    "مليون ملايين میلیون милион милиона милиони млн мільйон мільйони мільйона мільйонів миллион миллиона миллионов",
  ],
  [
    1e9,
    "مليار مليارات بليون میلیارد милиард милиарда милиарди милијарда милијарди млрд мільярд мільярди мільярда мільярдів миллиард миллиарда миллиардов",
  ],
  [1e12, "تريليون трлн трильйон трильйони трильйона трильйонів триллион триллиона триллионов"],
];
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
  ...SCALES_ELSEWHERE.flatMap(([scale, words]) => numbered(words, () => scale)),
]);
const DOZENS = new Set(["dozen", "dozens", "doz", "dozs"]);
/** Ordinals that are denominators; "second" is none. */
const DENOMINATORS = new Map<string, number>([
  ["half", 2],
  ["halve", 2],
  ["quarter", 4],
  ...numbered(
    "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
    (index) => index + 3,
  ),
  ...numbered(
    "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth",
    (index) => (index + 2) * 10,
  ),
  ["hundredth", 100],
  ["thousandth", 1e3],
  ["millionth", 1e6],
  ["billionth", 1e9],
  ["trillionth", 1e12],
]);

/** The value of a word from zero to nineteen, or undefined. */
export const smallNumber = (word: string): number | undefined => SMALL.get(word);

/** The value of "twenty" to "ninety", or undefined. */
export const tensNumber = (word: string): number | undefined => TENS.get(word);

const STARTS = new Set([...SMALL.keys(), ...TENS.keys(), "a", "an", "half", "quarter", "hundred"]);
/** Whether a number in words can begin with this word. */
export const beginsNumber = (word: string): boolean => STARTS.has(word);

/** The multiplier of "thousand", "million", "bn", "dozen" and their plurals, or undefined. */
export function scaleWord(word: string): number | undefined {
  return DOZENS.has(word) ? 12 : (SCALES.get(word) ?? SCALES.get(word.replace(/s$/, "")));
}

/** The multiplier a magnitude word stands for ("million", "bn", "dozen", "hundred"), or null. */
export function magnitudeWord(word: string): number | null {
  return (word === "hundred" ? 100 : scaleWord(word)) ?? null;
}

/** The denominator a word names ("third", "fifths", "first" in "twenty-first"), with its number; undefined for others. */
export function denominatorWord(word: string): { value: number; isPlural: boolean } | undefined {
  const isPlural = word.endsWith("s");
  const single = isPlural ? word.slice(0, -1) : word;
  const value = single === "first" ? 1 : DENOMINATORS.get(single);
  return value === undefined ? undefined : { value, isPlural };
}

/** A plural magnitude that names no amount ("millions", "dozens"): its unit, or null. */
export function vagueMagnitude(word: string): number | null {
  if (word === "tens") return 10;
  if (word === "scores") return 20;
  return /^(?:dozens|hundreds|thousands|millions|billions|trillions)$/.test(word)
    ? magnitudeWord(word === "hundreds" ? "hundred" : word)
    : null;
}
