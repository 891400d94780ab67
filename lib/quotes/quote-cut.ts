import { offsetMap } from "./code-points";
import { cutWords, type CutWords } from "./cut-words";
import { cutsWord } from "./occurrences";

/** The three parts of a sentence around a quote. */
type Parts = { before: string; quote: string; after: string };

const of = (pick: (row: CutWords) => readonly string[]) => cutWords.flatMap(pick).join("|");
const whole = (source: string, flags = "iu") =>
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${source})(?![\\p{L}\\p{M}])`, flags);

const AND = of((row) => row.and);
const ITEM =
  "(?:the |other |an? )?[\\p{L}\\d$€£][\\p{L}\\p{M}\\d$€£.%'’-]*(?: [\\p{L}\\d$€£][\\p{L}\\p{M}\\d$€£.%'’-]*){0,3}";
const LIST_GOES_ON = new RegExp(
  `^,? ?(?:, (?:${ITEM}, )*(?:${ITEM},? )?|)(?:${AND}) (${ITEM})(?=[,.;:)!?"”»]|$| (?:in|on|at|by|for|from|to|between|during|of|was|were|is|are)\\b)`,
  "u",
);
const COMMA_LIST = new RegExp(`^, ${ITEM}(?:, ${ITEM})*,? (?:${AND}) ${ITEM}`, "u");
/** The quote's own end looks like a member of a list. */
const LIST_BEGUN = new RegExp(`(?:,|(?<!\\p{L})(?:${of((row) => row.listLead)})) ${ITEM}$`, "u");
const REPEATED_COMMA = /,(?: \S+){1,4}$/u;

const ATTRIBUTION = whole(of((row) => row.attribution));
/** Case tells "may" from the month. */
const HEDGE = whole(
  of((row) => row.hedge),
  "u",
);
const NEGATION = new RegExp(
  `${whole(of((row) => row.negation)).source}|^no(?!\\p{L})|(?<=\\s)no(?=\\s)`,
  "iu",
);
/** Words that bound a number when they stand right before it, or right after. */
const BEFORE_NUMBER = new RegExp(
  `(?<![\\p{L}\\p{M}])(${of((row) => row.beforeNumber)})(?: an?| the)? ?$`,
  "iu",
);
const AFTER_NUMBER = new RegExp(`^,? ?(?:${of((row) => row.afterNumber)})(?!\\p{L})`, "iu");
const NUMBER_START = new RegExp(
  `^(?:an? |the )?(?:[$€£₽₴¥]|\\d|US\\$|(?:${of((row) => row.number)})(?!\\p{L}))`,
  "iu",
);
const CLAUSE = new RegExp(
  `[;:—]|, (?:${of((row) => row.afterComma)})(?!\\p{L})| (?:${of((row) => row.conjunction)})(?!\\p{L})`,
  "u",
);

/** Conjunctions are no longer. */
const CONJUNCTION_MAX = 12;

/**
 * Why a quote looks cut, naming the words it drops: it stops inside a word, a number or a list, or leaves out the
 * negation, hedge or attribution of its sentence; null when it does not. Offsets are code points of `sentence`. A rule
 * of words, so it may err on the careful side: a second person ticks what is fair (gate code `quote-cut`).
 */
export function quoteCut(
  sentence: string,
  startInSentence: number,
  endInSentence: number,
): { reason: string } | null {
  const map = offsetMap(sentence);
  const start = map.toUtf16(startInSentence);
  const end = Math.max(start, map.toUtf16(endInSentence));
  const parts = {
    before: sentence.slice(0, start),
    quote: sentence.slice(start, end),
    after: sentence.slice(end),
  };
  if (parts.quote.trim() === "") return null;
  const midWord = cutWord(parts);
  if (midWord !== null) return { reason: midWord };
  const reasons = [
    droppedWord(droppedNegation(parts)),
    droppedWord(droppedHedge(parts)),
    droppedAttribution(parts),
    cutList(parts),
  ].filter((reason) => reason !== null);
  return reasons.length > 0 ? { reason: [...new Set(reasons)].join(" ") } : null;
}

const droppedWord = (word: string | undefined) =>
  word ? `The sentence says “${word}”, and the quote leaves it out.` : null;

function cutWord({ before, quote, after }: Parts): string | null {
  if (cutsWord(before, quote)) return "The quote begins in the middle of a word or number.";
  if (cutsWord(quote, after)) return "The quote ends in the middle of a word or number.";
  return null;
}

/** What stands in the same clause before the quote, and after it. A clause may begin with the quote's own first word. */
function clauseAround({ before, quote, after }: Parts): { before: string; after: string } {
  const upToQuote = [...(before + quote.slice(0, CONJUNCTION_MAX)).matchAll(new RegExp(CLAUSE, "gu"))];
  const breaks = upToQuote.findLast(({ index }) => index < before.length);
  const end = CLAUSE.exec(after)?.index ?? after.length;
  return { before: breaks ? before.slice(breaks.index + 1) : before, after: after.slice(0, end) };
}

function droppedNegation(parts: Parts): string | undefined {
  const clause = clauseAround(parts);
  return (NEGATION.exec(clause.before) ?? NEGATION.exec(clause.after))?.[0].trim();
}

function droppedHedge(parts: Parts): string | undefined {
  const clause = clauseAround(parts);
  const bound = NUMBER_START.test(parts.quote) ? BEFORE_NUMBER.exec(parts.before)?.[1] : undefined;
  const boundAfter = /[\d\p{L}]$/u.test(parts.quote) ? AFTER_NUMBER.exec(parts.after)?.[0] : undefined;
  const word = bound ?? boundAfter ?? (HEDGE.exec(clause.before) ?? HEDGE.exec(clause.after))?.[0];
  return word?.replace(/^[, ]+/, "").trim();
}

function droppedAttribution({ before, quote, after }: Parts): string | null {
  if (ATTRIBUTION.test(quote)) return null;
  const source = ATTRIBUTION.test(after) ? after : before;
  const found = ATTRIBUTION.exec(source);
  return found ? `The quote leaves out whose words they are (“${contextOf(found, source)}”).` : null;
}

/** The attribution with a little of what stands around it. */
function contextOf(found: RegExpExecArray, source: string): string {
  const lead = source.slice(0, found.index).match(/(?:\p{L}[\p{L}'’.-]* ){0,3}$/u)?.[0] ?? "";
  const rest = source.slice(found.index + found[0].length).match(/^(?: [\p{L}\d'’-]+){0,5}/u)?.[0] ?? "";
  return `${lead}${found[0]}${rest}`.trim();
}

function cutList({ quote, after }: Parts): string | null {
  const isBegun = LIST_BEGUN.test(quote) || REPEATED_COMMA.test(quote);
  const rest = COMMA_LIST.exec(after)?.[0] ?? (isBegun ? LIST_GOES_ON.exec(after)?.[0] : undefined);
  return rest
    ? `The quote ends inside a list, which goes on: “${rest.replace(/^[, ]+/, "").slice(0, 80)}”.`
    : null;
}
