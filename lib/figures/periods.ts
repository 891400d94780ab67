/** ISO dates, both inclusive; a side that is open is null. */
export type Period = { from: string | null; to: string | null };

/** A period named in a text, in UTF-16 units. `kind` tells a range of years from everything else. */
export type PeriodMention = { start: number; end: number; period: Period; kind: "years" | "other" };

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)";
const SHORT_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const YEAR = "(?:1[5-9]\\d\\d|20\\d\\d)";
const ANY_YEAR = new RegExp(YEAR);
/** Not part of a larger number, and not a quantity ("2,018", "2018.5", "2018 cars" is caught by the caller). */
const YEAR_END = "(?![\\p{L}\\p{N}]|[.,]\\d)";
const POINT = `(?:(?:\\d{1,2} )?${MONTH},? )?(?:\\d{1,2},? )?${YEAR}`;
const DASH = "\\s?[-–—‒]\\s?";

const pad = (value: number) => String(value).padStart(2, "0");

/** The first and last day of "2023", "February 2022", "28 June 2024" or "June 28, 2024"; null when it is none. */
function periodOf(words: string): { from: string; to: string } | null {
  const year = Number(new RegExp(`${YEAR}$`).exec(words)?.[0] ?? NaN);
  if (Number.isNaN(year)) return null;
  const name = new RegExp(MONTH, "i").exec(words)?.[0];
  if (!name) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const month = MONTHS.findIndex((known) => known.startsWith(name.slice(0, 3).toLowerCase())) + 1;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = Number(/\b(\d{1,2})\b(?!\d)/.exec(words.replace(/\d{4}$/, ""))?.[1] ?? NaN);
  if (day >= 1 && day <= last) {
    const date = `${year}-${pad(month)}-${pad(day)}`;
    return { from: date, to: date };
  }
  return { from: `${year}-${pad(month)}-01`, to: `${year}-${pad(month)}-${pad(last)}` };
}

type Rule = {
  /** A part of whatever the rule matches: looked for first, because most sentences have none and it is found at once. */
  needs: RegExp;
  pattern: RegExp;
  kind: PeriodMention["kind"];
  read: (groups: string[]) => Period | null;
};

function rule(needs: string, source: string, read: Rule["read"], kind: Rule["kind"] = "other"): Rule {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}$€£]|\\d[.,])${source}`, "giu");
  return { needs: new RegExp(needs, "iu"), pattern, kind, read };
}

function between(first = "", last = ""): Period | null {
  const to = periodOf(last);
  // "between January and March 2024": the year is said once.
  const from = periodOf(first) ?? periodOf(`${first} ${last.slice(-4)}`);
  return from && to && from.from <= to.to ? { from: from.from, to: to.to } : null;
}

function shortYears(first = "", last = ""): Period | null {
  return between(first, last.length === 2 ? first.slice(0, 2) + last : last);
}

/** "The 12 months to March 2023", "the year ended June 2023". */
function monthsTo(months: number, words = ""): Period | null {
  const end = periodOf(words);
  if (!end || !(months >= 1 && months <= 120)) return null;
  const [year = 0, month = 1] = end.to.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - months, 1)).toISOString().slice(0, 10);
  return { from: first, to: end.to };
}

const NUMBERS: Record<string, number> = { three: 3, six: 6, nine: 9, twelve: 12 };
const monthCount = (words = "") => NUMBERS[words.toLowerCase()] ?? Number(words);

const QUARTERS = ["first", "second", "third", "fourth"];

function part(year: string, index: number, months: number): Period | null {
  if (index < 0) return null;
  const from = index * months + 1;
  const last = new Date(Date.UTC(Number(year), from + months - 1, 0)).getUTCDate();
  return { from: `${year}-${pad(from)}-01`, to: `${year}-${pad(from + months - 1)}-${last}` };
}

const open = (side: "from" | "to", words = "") => {
  const found = periodOf(words);
  if (!found) return null;
  return side === "from" ? { from: found.from, to: null } : { from: null, to: found.to };
};

/** Strictly after or before a year; a month is taken as the turning point itself ("after February 2022"). */
function strictly(side: "after" | "before", words = ""): Period | null {
  const found = periodOf(words);
  if (!found) return null;
  const year = Number(words.slice(-4));
  const isYear = words.trim().length === 4;
  if (side === "after") return { from: isYear ? `${year + 1}-01-01` : found.from, to: null };
  return { from: null, to: isYear ? `${year - 1}-12-31` : found.from };
}

/** Earlier rules win where two match the same words. */
const RULES: Rule[] = [
  rule(
    "month|year",
    `(?:in |over |for |during )?(?:the )?(?:(\\d{1,2}|three|six|nine|twelve)[- ]months?|year) (?:to|ending|ended|through)(?: in| on)? (${POINT})${YEAR_END}`,
    ([a, b]) => monthsTo(a === undefined ? 12 : monthCount(a), b),
  ),
  rule(
    "months of",
    `(?:in |over |for |during )?(?:the )?(first|last) (\\d{1,2}|three|six|nine) months of (${YEAR})${YEAR_END}`,
    ([side = "", a, b = ""]) => {
      const months = monthCount(a);
      if (!(months >= 1 && months <= 12)) return null;
      return side.toLowerCase() === "first" ? part(b, 0, months) : monthsTo(months, b);
    },
  ),
  rule(
    "between",
    `between (${POINT}|${MONTH}) and (${POINT})${YEAR_END}`,
    ([a, b]) => between(a, b),
    "years",
  ),
  rule(
    " to | through | until | till ",
    `(?:from |in |during |over |for )?(?:the (?:years|period) )?(?:from )?(${POINT})(?: to | through | until | till | up to )(${POINT})${YEAR_END}`,
    ([a, b]) => between(a, b),
    "years",
  ),
  rule(
    "to |through |[-–—‒]",
    `(?:from )?(${MONTH})(?: to | through |${DASH})(${MONTH},? ${YEAR})${YEAR_END}`,
    ([a, b]) => between(a, b),
  ),
  rule(
    "[-–—‒]",
    `(?:(?:from|in|during|over|for) )?(?:the (?:years|period) )?(${YEAR})${DASH}(${YEAR}|\\d\\d)(?!${DASH}\\d)${YEAR_END}`,
    ([a, b]) => shortYears(a, b),
    "years",
  ),
  rule(
    "quarter of",
    `(?:in )?(?:the )?(first|second|third|fourth) quarter of (${YEAR})${YEAR_END}`,
    ([a = "", b = ""]) => part(b, QUARTERS.indexOf(a.toLowerCase()), 3),
  ),
  rule(
    "[- ]quarter",
    `(?:in )?(?:the )?(first|second|third|fourth)[- ]quarter (?:of )?(${YEAR})${YEAR_END}`,
    ([a = "", b = ""]) => part(b, QUARTERS.indexOf(a.toLowerCase()), 3),
  ),
  rule("Q[1-4]", `(?:in )?Q([1-4]) (?:of )?(${YEAR})${YEAR_END}`, ([a, b = ""]) => part(b, Number(a) - 1, 3)),
  rule("half of", `(?:in )?(?:the )?(first|second) half of (${YEAR})${YEAR_END}`, ([a = "", b = ""]) =>
    part(b, QUARTERS.indexOf(a.toLowerCase()), 6),
  ),
  rule("H[12]", `(?:in )?H([12]) (?:of )?(${YEAR})${YEAR_END}`, ([a, b = ""]) => part(b, Number(a) - 1, 6)),
  rule(
    "since|starting|beginning|from",
    `(?:since|starting (?:in|from)|beginning (?:in|from)|from) (?:early |mid-|late )?(${POINT})(?: onwards?)?${YEAR_END}`,
    ([a]) => open("from", a),
  ),
  rule("after", `after (${POINT})${YEAR_END}`, ([a]) => strictly("after", a)),
  rule(
    "until|till|through|up to|by|to the end",
    `(?:until|till|through|up to|by(?: the end of)?|to the end of) (${POINT})${YEAR_END}`,
    ([a]) => open("to", a),
  ),
  rule("before|prior to", `(?:before|prior to) (${POINT})${YEAR_END}`, ([a]) => strictly("before", a)),
  rule("0s", `in (?:the )?((?:1[5-9]|20)\\d)0s`, ([a = ""]) => ({ from: `${a}0-01-01`, to: `${a}9-12-31` })),
  rule(
    "in|during|throughout|for|of|over",
    `(?:in|during|throughout|for|of|all of|over) (?:the )?(?:whole |calendar )?(?:(?:month|year) (?:of )?)?((?:${MONTH},? )?${YEAR})(?: alone)?${YEAR_END}(?!${DASH}\\d)`,
    ([a]) => periodOf(a ?? ""),
  ),
  rule(
    "early|mid|late|start|end|spring|summer|autumn|fall|winter|fiscal|financial|FY",
    `(?:in |during |for )?(?:the )?(?:(?:early|mid|late)[- ]|(?:start|end|middle|spring|summer|autumn|fall|winter) of |(?:fiscal|financial)(?: year)? |FY ?)(${YEAR})${YEAR_END}`,
    ([a]) => periodOf(a ?? ""),
  ),
  rule(
    "on ",
    `on (?:\\p{Lu}\\p{Ll}+day,? )?((?:\\d{1,2} ${MONTH},?|${MONTH} \\d{1,2},?) ${YEAR})${YEAR_END}`,
    ([a]) => periodOf(a ?? ""),
  ),
  rule(SHORT_MONTH, `(${MONTH},? ${YEAR})${YEAR_END}`, ([a]) => periodOf(a ?? "")),
  rule(":", `(${YEAR})(?=: [-−$€£]?\\d)`, ([a]) => periodOf(a ?? "")),
  rule("['’]s", `(${YEAR})['’]s${YEAR_END}`, ([a]) => periodOf(a ?? "")),
];
/** "of 2018 cars", "in 1500 homes": a count that looks like a year. */
const COUNTED =
  /^ (?!was|were|is|and|to|as|has|had|but|because|plus|minus|versus|alone|was)(?:\p{Ll}+ )?\p{Ll}{3,}s(?!\p{L})/u;

/** The periods a text names, in order, without overlap, in UTF-16 units. Relative ones ("last year") need a clock and stay out. */
export function findPeriods(text: string): PeriodMention[] {
  const found: PeriodMention[] = [];
  if (!ANY_YEAR.test(text)) return found;
  for (const { needs, pattern, kind, read } of RULES) {
    if (!needs.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const period = read(match.slice(1));
      if (
        !period ||
        (kind === "other" && /^(?:of|for|over|in) \d{4}$/i.test(match[0]) && isCounted(text, end))
      )
        continue;
      found.push({ start, end, period, kind });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function isCounted(text: string, end: number): boolean {
  return COUNTED.test(text.slice(end, end + 40));
}
