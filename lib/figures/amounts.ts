import { boundAfter } from "./bounds";
import { currencyAfter, currencyBefore, currencyWordBefore } from "./currencies";
import { countedNoun } from "./counted-nouns";
import { scaled } from "./numerals";
import type { NumberToken } from "./scan-numbers";
import { unitAfter } from "./units";

/** A number with its unit, before bounds and ranges, in UTF-16 units of one sentence. */
export type Amount = {
  start: number;
  end: number;
  value: number;
  measure: string;
  unit: string | null;
  /** "Aurus cars" for a count with a modified noun. */
  counted: string;
  token: NumberToken;
};

/** Verbs whose bare number is an amount ("sold 107 last year"). */
const COUNTING_VERB =
  /\b(?:sold|bought|produced|killed|injured|wounded|built|made|delivered|imported|exported|registered|recorded|totall?ed|reached|hit|numbered|counted|detained|arrested|evacuated) $/i;
/** A bare large number that a sentence states ("was last measured at 14960"). */
const STATED = /(?:\b(?:is|was|were|are|at|reached|totall?ed|totals|worth)|:) $/i;
/** "The population of Peru is 34 million", "a population of about 34 million". */
const POPULATION =
  /\bpopulation(?: of(?: \p{Lu}[\p{L}'’.-]*){1,4})?(?: of| is| was| reached| stood at)(?: \p{Ll}+){0,3} $/u;
const COUNTED_AFTER =
  /^ (?:were|have been|per \d|of (?:them|which|whom|those)|dead|injured|wounded|in (?:total|all))(?!\p{L})/u;

/** A word in letters of which no table here says whether it multiplies: "$42 מיליון" is not 42 dollars. */
const UNREAD_WORD =
  /^[ \u00A0]?[^\P{L}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Common}]/u;

/** Reads the currency, unit or counted noun of a number; null when nothing says that it is an amount. */
export function readAmount(text: string, token: NumberToken, isBounded: boolean): Amount | null {
  if (UNREAD_WORD.test(text.slice(token.end, token.end + 3))) return null;
  return (
    readMoney(text, token) ??
    readMeasured(text, token) ??
    readWordedMoney(text, token) ??
    readNamedPercent(text, token) ??
    readAge(text, token) ??
    readCount(text, token, isBounded)
  );
}

/** "Aged 40", "the age of 20", "raise the age to 70". */
function readAge(text: string, token: NumberToken): Amount | null {
  const before = text.slice(Math.max(0, token.start - 24), token.start);
  if (!/\b(?:aged|ages?|age (?:of|to|from|at)) $/i.test(before) || !(token.value > 0 && token.value < 130))
    return null;
  const { start, end, value } = token;
  return { start, end, value, measure: "other", unit: "years old", counted: "", token };
}

/** "A percentage of 45": the unit stands before the number, and nothing is counted by it. */
function readNamedPercent(text: string, token: NumberToken): Amount | null {
  const before = text.slice(Math.max(0, token.start - 24), token.start);
  if (!/(?:^|[^\d\s]\s)(?:percent|per cent|percentage) of $/i.test(before)) return null;
  if (!/^\s*(?:[.,;:)]|$)/.test(text.slice(token.end, token.end + 4))) return null;
  const { start, end, value } = token;
  return { start, end, value, measure: "percent", unit: "%", counted: "", token };
}

/** "Dollar 22.5 million": the word before counts only when no unit or noun follows. */
function readWordedMoney(text: string, token: NumberToken): Amount | null {
  const before = token.digits === "" ? null : currencyWordBefore(text, token.start);
  if (!before || countedNoun(text, token.end, token.value === 1)) return null;
  const { value, end } = withSuffix(token);
  const { code: unit, start, divisor } = before;
  return { start, end, value: scaled(value, 1 / divisor), measure: "money", unit, counted: "", token };
}

/**
 * "Thirteen dollars and forty-five cents", "15 dollars 50": joins the smaller part to the amount before it, or null.
 */
export function joinSmallerPart(
  text: string,
  whole: Amount | undefined,
  token: NumberToken,
  part: Amount | null,
): Amount | null {
  if (whole?.measure !== "money" || !Number.isInteger(whole.value) || whole.token.end > whole.end)
    return null;
  const gap = text.slice(whole.end, token.start);
  const isWhole = Number.isInteger(token.value) && token.value > 0 && token.value < 100;
  if (!isWhole || whole.token.end === whole.end) return null;
  const isPart = part?.measure === "money" && part.value < 1 && /^,? (?:and )?$/.test(gap);
  if (isPart && (part.unit === whole.unit || isCents(text, part)))
    return { ...whole, value: scaled(whole.value + part.value, 1), end: part.end };
  const isLast =
    part === null && gap === " " && /^(?:[.,;:!?)]|$)/.test(text.slice(token.end, token.end + 1));
  return isLast ? { ...whole, value: scaled(whole.value + token.value / 100, 1), end: token.end } : null;
}

const isCents = (text: string, part: Amount) => /cents?$/i.test(text.slice(part.token.end, part.end));

function withSuffix(token: NumberToken): { value: number; end: number } {
  if (!token.suffix) return { value: token.value, end: token.end };
  return { value: scaled(token.value, token.suffix.factor), end: token.suffix.end };
}

function readMoney(text: string, token: NumberToken): Amount | null {
  const before = token.digits === "" ? null : currencyBefore(text, token.start);
  const { value, end } = withSuffix(token);
  const thousand = token.isDottedThousand ? 1000 : 1;
  const base = { measure: "money", counted: "", token };
  if (before) {
    const again = before.code === "USD" ? currencyAfter(text, end) : null;
    const unit = before.code;
    return {
      ...base,
      unit,
      value: scaled(value, thousand),
      start: before.start,
      end: again?.code === unit ? again.end : end,
    };
  }
  for (const number of token.suffix
    ? [
        { value, end },
        { value: token.value, end: token.end },
      ]
    : [{ value, end }]) {
    const after = currencyAfter(text, number.end);
    // A lone numeral before "pounds of" or "marks" is settled by its unit or noun.
    if (!after || /^[- ]?pounds? of (?!sterling)\p{Ll}/iu.test(text.slice(number.end, number.end + 20)))
      continue;
    const cents = /^(?:\s|-)cents?(?!\p{L})/iu.test(text.slice(number.end, number.end + 7)) ? "USD" : null;
    return {
      ...base,
      unit: after.code ?? cents,
      value: scaled(number.value, thousand / after.divisor),
      start: token.start,
      end: after.end,
    };
  }
  return null;
}

function readMeasured(text: string, token: NumberToken): Amount | null {
  const unit = unitAfter(text, token.end);
  if (!unit) return readShare(text, token);
  return {
    start: token.start,
    end: unit.end,
    value: scaled(token.value, unit.factor),
    measure: unit.measure,
    unit: unit.unit,
    counted: "",
    token,
  };
}

/** "Two thirds of voters", "half of the cars" are shares. */
function readShare(text: string, token: NumberToken): Amount | null {
  const isShare =
    token.isRatio || token.isFraction || (token.digits === "" && token.value > 0 && token.value < 1);
  if (!isShare || token.value > 1) return null;
  if (!token.isRatio && !/^ of(?!\p{L})/u.test(text.slice(token.end, token.end + 4))) return null;
  const { start, end } = token;
  return {
    start,
    end,
    value: Number((token.value * 100).toPrecision(6)),
    measure: "percent",
    unit: "%",
    counted: "",
    token,
  };
}

/** "600 of its branches", "two of the cars"; one of them is no count. */
function countedOf(text: string, at: number, token: NumberToken): ReturnType<typeof countedNoun> {
  const of = /^ of (?:the|its|their|his|her|our|these|those)(?= )/.exec(text.slice(at, at + 12));
  return of && token.value > 1 && Number.isInteger(token.value)
    ? countedNoun(text, at + of[0].length, false)
    : null;
}

function isYearLike(token: NumberToken): boolean {
  return /^(?:1[5-9]|20)\d\d$/.test(token.digits) && !token.hasScale;
}

function readCount(text: string, token: NumberToken, isBounded: boolean): Amount | null {
  if (token.digits === "" && token.value < 1) return null;
  if (isYearLike(token) && !isBounded) return null;
  const isShort = token.suffix !== null && token.suffix.factor < 1e12;
  const number = isShort ? withSuffix(token) : { value: token.value, end: token.end };
  const plus = boundAfter(text, number.end)?.at ?? number.end;
  const noun = countedNoun(text, plus, number.value === 1) ?? countedOf(text, plus, token);
  const thousand = token.isDottedThousand && noun ? 1000 : 1;
  const base = { start: token.start, value: scaled(number.value, thousand), measure: "count", token };
  if (noun) {
    const counted = noun.modifiers.length > 0 ? `${noun.modifiers.join(" ")} ${noun.noun}` : "";
    return { ...base, end: noun.end, unit: noun.noun, counted };
  }
  const isOfPopulation = POPULATION.test(text.slice(Math.max(0, token.start - 60), token.start));
  const isPlain = /^\d+$/.test(token.digits);
  const isAmount =
    isOfPopulation ||
    (token.hasScale && token.value >= 1000) ||
    token.digits.includes(",") ||
    (isBounded && !/^[-–]\p{L}/u.test(text.slice(token.end, token.end + 2)) && token.value > 1) ||
    (isPlain && COUNTING_VERB.test(text.slice(Math.max(0, token.start - 16), token.start))) ||
    /^\d+\.\d+$/.test(token.digits) ||
    (isPlain && token.value >= 1000 && STATED.test(text.slice(Math.max(0, token.start - 16), token.start))) ||
    (isPlain && COUNTED_AFTER.test(text.slice(token.end, token.end + 14)));
  const unit = isOfPopulation ? "people" : null;
  return isAmount ? { ...base, end: number.end, unit, counted: "" } : null;
}
