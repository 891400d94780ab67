/** A stretch of text whose digits are no amounts, in UTF-16 units. */
export type Masked = { start: number; end: number };

const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";

const ANY_MONTH = /Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec/;

/** Before each pattern a part of whatever it matches: looked for first, because most sentences have none of it. */
const PATTERNS: [needs: RegExp, pattern: RegExp][] = [
  // Addresses.
  [/https?:|www\./iu, /\b(?:https?:\/\/|www\.)\S+/giu],
  [/@/, /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]+/gu],
  // Dates: "June 28, 2024", "28 June 2024", "June 28", "28th of June", "2024-06-28", "28/06/2024", "28.06.2024".
  [ANY_MONTH, new RegExp(`\\b${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?(?![\\d%]|[.,]\\d)`, "gu")],
  [
    ANY_MONTH,
    new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\\.?(?:,? \\d{4})?(?![\\p{L}\\d])`, "gu"),
  ],
  [/\d{4}[-/.]\d/, /\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:T[\d:.]+Z?)?\b/gu],
  [/\d[/.]\d/, /\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d{2}\b/gu],
  // Times: "2:26 PM", "14:10", "9 a.m."
  [/\d:\d/, /\b\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?/giu],
  [/\d\s?[ap]\.?m/iu, /\b\d{1,2}\s?[ap]\.?m\b\.?/giu],
  // Telephone numbers and long hyphenated codes.
  [/\+\d/, /(?<![\p{L}\p{N}])\+\d[\d ().-]{6,}\d/gu],
  [/\(\d{3}\)/, /\(\d{3}\) ?\d{3}[- ]\d{4}/gu],
  [/\d{3}[- .]\d{4}/, /\b\d{2,4}[- .]\d{3,4}[- .]\d{4}\b/gu],
  // Labels: "No. 10", "Article 5", "Chapter 3", "Resolution 1718", "Boeing 737", "page 12", "Group of 7".
  [
    /\d/,
    /\b(?:No|Nos|Nr|Article|Articles|Art|Chapter|Section|Paragraph|Resolution|Protocol|Page|Figure|Table|Room|Flight|Boeing|Airbus|Channel|Route|Highway|Unit|Phase|Part|Version|Level|Grade|Type|Model|Season|Episode|Group of|Title|Case|Directive|Regulation|Windows|iPhone|Formula|Apollo|Covid)\.? ?#?\d+(?:[./-]\d+)*\b(?![ -]?(?:km|kilomet|miles?\b|met(?:re|er)|m\b|percent|per cent|%|million|billion))/giu,
  ],
  [/#\d/, /#\d+/gu],
  // Ages of things in a name and always-on: "24/7", "9/11", scores "3-2" stay out, "50/50".
  [/\d\/\d/, /\b\d{1,2}\/\d{1,2}\b(?! of\b)/gu],
  // What a rate is per: "12 per 100,000 people".
  [/per \d/iu, /(?<=\bper )\d[\d,]*/giu],
  // Footnote marks and list labels.
  [/\[\d/, /\[\d{1,3}\]/gu],
  [/\d[.)]\s/, /(?<=^|\n)\s*\(?\d{1,2}[.)](?=\s)/gu],
  // Headlines and furniture: "5 key takeaways", "1 min read".
  [
    /takeaways|things|ways|reasons|tips|facts|questions|lessons|charts|steps|myths|reads?/iu,
    /\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten)(?: [\p{L}-]+){0,2}? (?:takeaways|things|ways|reasons|tips|facts|questions|lessons|charts|steps|myths|min(?:ute)?s? read)\b/giu,
  ],
  // Numbers that are words: "one of", "no one", "one another", "the two", "first two".
  [/ one/iu, /\b(?:no|any|every|each|some|this|that|which|the|another) one\b/giu],
  [
    /one /iu,
    /\bone(?= (?:of|another|day|thing|way|time|side|hand|more|last|final|such|that|who|which|might|could|can|should|would|is|was|has|by)\b)/giu,
  ],
  [/one/iu, /\bone(?=[.,;:!?'’)]|$)/giu],
  [
    /(?:two|three|four|five|six|seven|eight|nine|ten)/iu,
    /\b(?:the|these|those|both|his|her|its|their|our|other) (?:two|three|four|five|six|seven|eight|nine|ten)(?! (?:hundred|thousand|million|billion|dozen|and a|per))\b/giu,
  ],
  [
    /(?:zero|one|two|three|four)-/iu,
    /\b(?:zero-|one-|two-|three-|four-)(?=\p{L}+ed\b|sided|party|state|stage|step|way|time|star|wheel|door)/giu,
  ],
];

/** Dates, times, telephone numbers, addresses, labels, headline counts: sorted spans that hold no amount. */
export function maskedSpans(text: string): Masked[] {
  const spans: Masked[] = [];
  for (const [needs, pattern] of PATTERNS) {
    if (!needs.test(text)) continue;
    for (const match of text.matchAll(pattern))
      spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** Whether a span touches any of the masked ones. */
export function isMasked(masked: Masked[], start: number, end: number): boolean {
  return masked.some((span) => start < span.end && end > span.start);
}
