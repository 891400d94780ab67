import type { AttributionDto, CaptureDto } from "../articles/dto";
import { offsetMap } from "../quotes/code-points";
import { sentenceAround, type TextRange } from "../quotes/sentences";

/**
 * Where the words that a rule read stand in an article's text, as code points over `fullText`; with what the sentence says
 * before and after them, and in how many places the main text has the same words.
 */
export type RulePlace = TextRange & { before: string; words: string; after: string; times: number };

/** Rules that read a link, a headline or an address, whose words may stand in the text by chance. */
const readElsewhere = /^links to X$|^canonical address at X$|headline$/;
const readText = new Set(["according to a document or a group", "agency in the dateline", "own reporting"]);

/**
 * The first place of the words by which a rule suggests a source: found again in the main text as whole words, letter for
 * letter. Null where the rule read something else, or the text of today does not have them.
 */
export function rulePlace(
  reason: AttributionDto["reason"],
  { fullText, mainRanges }: Pick<CaptureDto, "fullText" | "mainRanges">,
): RulePlace | null {
  if (!reason?.quote || !readsText(reason.rule)) return null;
  const words = reason.quote;
  const map = offsetMap(fullText);
  const found = mainRanges.flatMap(([from, to]) =>
    placesOf(words, fullText, map.toUtf16(from), map.toUtf16(to)),
  );
  if (found.length === 0) return null;
  const first = Math.min(...found);
  const [start, end] = [map.toCodePoint(first), map.toCodePoint(first + words.length)];
  const sentence = sentenceAround(fullText, start, end);
  return {
    start,
    end,
    before: fullText.slice(map.toUtf16(sentence.start), first),
    words,
    after: fullText.slice(first + words.length, map.toUtf16(sentence.end)),
    times: found.length,
  };
}

/** The same of many attributions of one article, by their ids; those whose words are not found are left out. */
export function rulePlaces(
  attributions: readonly Pick<AttributionDto, "id" | "from" | "reason">[],
  articleId: string,
  text: Pick<CaptureDto, "fullText" | "mainRanges"> | null,
): Map<string, RulePlace> {
  const own = text ? attributions.filter(({ from }) => from.articleId === articleId) : [];
  return new Map(
    own.flatMap(({ id, reason }) => {
      const place = rulePlace(reason, text!);
      return place ? [[id, place] as const] : [];
    }),
  );
}

/** Whether a rule read the article's text, and not its links, headline or address. */
export const readsText = (rule: string) =>
  readText.has(rule) || (/\bX\b/.test(rule) && !readElsewhere.test(rule));

/** Where the words stand as whole words between two offsets of a text; all in UTF-16 units. */
function placesOf(words: string, text: string, from: number, to: number): number[] {
  const part = text.slice(from, to);
  const places: number[] = [];
  for (let at = part.indexOf(words); at >= 0; at = part.indexOf(words, at + words.length))
    if (!cutsWord(part, at) && !cutsWord(part, at + words.length)) places.push(from + at);
  return places;
}

/** Whether a letter or digit stands on both sides of an offset. */
function cutsWord(text: string, at: number): boolean {
  const inWord = /(?<=[\p{L}\p{N}])[\p{L}\p{N}]/uy;
  inWord.lastIndex = at;
  return inWord.test(text);
}
