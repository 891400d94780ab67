/** Facts that a sentence states, in the order it states them. English words, digits in any script. */
export type ProseFacts = { figures: string[]; dates: string[]; quotations: string[]; negations: number };

const months =
  "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";
const weekdays = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";

const datePattern = new RegExp(
  [
    String.raw`\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${months})\b\.?(?:,? \d{4})?`,
    String.raw`\b(?:${months})\b\.? \d{1,4}(?:st|nd|rd|th)?\b(?:,? \d{4})?`,
    String.raw`\b(?:${months}|${weekdays}|yesterday|today|tomorrow)\b`,
    String.raw`\b(?:1[6-9]|20)\d{2}s?\b`,
    String.raw`\b\d{1,2}[:.]\d{2}(?: ?[ap]m)?\b(?= ?(?:CET|CEST|GMT|UTC|EST|EDT|BST|o'clock))`,
  ].join("|"),
  "gu",
);

const bounds =
  "at least|at most|up to|more than|less than|fewer than|no more than|no fewer than|almost|nearly|about|around|approximately|roughly|over|under|exactly|only";
const words =
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|quarters?|twice|thrice|doubled?|tripled?|first|second|third|fourth|fifth";
const units =
  "hundred|thousand|million|billion|trillion|bn|m|k|dollars?|euros?|pounds?|roubles?|rubles?|won|yuan|yen|rupees?|francs?|percent|per cent|%|percentage points?|points?|pp|km|kilometres?|kilometers?|miles?|metres?|meters?|kg|kilograms?|tonnes?|tons?|years?|months?|weeks?|days?|hours?|minutes?|usd|eur|gbp|rub|krw|jpy|cny|chf|uah|inr";

const figurePattern = new RegExp(
  String.raw`(?:\b(?:${bounds})\s+)?(?:(?:[-−+]?[$€£¥₩₽]?\s?\p{Nd}+(?:[.,:/\u00a0\u2009]\p{Nd}+)*)|\b(?:${words})\b)(?:[\s-]?(?:${units})(?![\p{L}\p{N}]))*`,
  "giu",
);

const quotationPattern =
  /[“„"]([^“”„"\n]+)[”“"]|«([^«»\n]+)»|(?<![\p{L}\p{N}])[‘']([^‘’'\n]+(?:['’]\p{L}[^‘’'\n]*){0,12})[’'](?![\p{L}\p{N}])|^[ \t]*>[ \t]?(.+)$/gmu;

const negationPattern = /\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b/giu;

/**
 * The figures (with bound, currency and unit), dates, quoted passages and number of negations of a text, in order.
 * Written with the same words they are equal; any other spelling of the same number counts as another.
 */
export function proseFacts(text: string): ProseFacts {
  const prose = plainProse(text);
  const withoutDates = prose.replace(datePattern, " · ");
  return {
    figures: matches(withoutDates, figurePattern).map(fold),
    dates: matches(prose, datePattern).map(fold),
    quotations: [...prose.matchAll(quotationPattern)].map((match) =>
      (match[1] ?? match[2] ?? match[3] ?? match[4] ?? "").trim(),
    ),
    negations: matches(prose, negationPattern).length,
  };
}

/** Text without the citations, link targets and marks of Markdown, which a reader does not see as words. */
export function plainProse(text: string): string {
  return text
    .replace(/\[\^[^\]]*\]/g, "")
    .replace(/\]\([^)\n]*\)/g, "]")
    .replace(/[*_`#]+/g, "");
}

export type ProseWord = { text: string; startsSentence: boolean };

/** The words of a text, each with whether a sentence or line begins with it. */
export function proseWords(text: string): ProseWord[] {
  const found: ProseWord[] = [];
  let startsSentence = true;
  for (const [piece] of plainProse(text).matchAll(
    /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*|[.!?…:\n]/gu,
  )) {
    const isMark = /^[.!?…:\n]$/u.test(piece);
    if (!isMark) found.push({ text: piece.replace(/['’]s$/u, ""), startsSentence });
    startsSentence = isMark;
  }
  return found;
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([whole]) => whole);
}

function fold(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/gu, " ");
}
