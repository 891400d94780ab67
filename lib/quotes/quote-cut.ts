import { offsetMap } from "./code-points";
import { cutsWord } from "./occurrences";

/** The three parts of a sentence around a quote. */
type Parts = { before: string; quote: string; after: string };

const ITEM =
  "(?:the |other |an? )?[\\p{L}\\d$€£][\\p{L}\\p{M}\\d$€£.%'’-]*(?: [\\p{L}\\d$€£][\\p{L}\\p{M}\\d$€£.%'’-]*){0,3}";
const LIST_GOES_ON = new RegExp(
  `^,? ?(?:, (?:${ITEM}, )*(?:${ITEM},? )?|)(?:and|or|as well as|и|или) (${ITEM})(?=[,.;:)!?"”»]|$| (?:in|on|at|by|for|from|to|between|during|of|was|were|is|are)\\b)`,
  "u",
);
const COMMA_LIST = new RegExp(`^, ${ITEM}(?:, ${ITEM})*,? (?:and|or|и|или) ${ITEM}`, "u");
/** The quote's own end looks like a member of a list. */
const LIST_BEGUN = new RegExp(
  `(?:(?:,|\\b(?:from|like|including|includes?|as|between|both|of|with|in|to|for|из|включая)) ${ITEM})$`,
  "u",
);
const REPEATED_COMMA = /,(?: \S+){1,4}$/u;

const SPEECH =
  "said|says|say|told|tells|reported|reports|claimed|claims|alleged|alleges|stated|states|argued|argues|announced|confirmed|wrote|writes|tweeted|insisted|suggested|warned|testified|estimated|believes?|characteri[sz]ed|described|according to|сообщил[аи]?|заявил[аи]?|сказал[аи]?|по словам|по данным";
const ATTRIBUTION = new RegExp(`(?<!\\p{L})(?:${SPEECH}|citing|quoting|quoted)(?!\\p{L})`, "iu");

const HEDGE_WORD =
  /(?<!\p{L})(?:reportedly|allegedly|supposedly|apparently|purportedly|possibly|perhaps|probably|likely|may|might|could|appears?|appeared|seems?|seemed|suspected|believed to|thought to|rumou?red|unconfirmed|if confirmed|as if|возможно|вероятно|якобы)(?!\p{L})/u;
/** Words that bound a number when they stand right before it. */
const NUMBER_HEDGE =
  /(?<!\p{L})(almost|nearly|about|around|roughly|approximately|at least|at most|up to|more than|less than|fewer than|no more than|no less than|over|under|some|an estimated|as much as|as many as|close to|only|just|почти|около|более|менее|примерно)(?: an?| the)? ?$/iu;
const NUMBER_START =
  /^(?:an? |the )?(?:[$€£₽¥]|\d|US\$|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|half|hundreds?|thousands?|millions?|billions?|dozens?)\b)/u;
const NUMBER_HEDGE_AFTER = /^,? ?(?:or (?:more|less|so|fewer)|at (?:least|most))\b/u;
const NEGATION =
  /(?<!\p{L})(?:not(?! only)|never|no longer|nobody|no one|neither|nor|cannot|\p{L}+n['’]t|without|den(?:y|ied|ies|ying)|refus(?:ed|es)|fail(?:ed|s) to|false|untrue|hoax|hardly|не|нет|никогда)(?!\p{L})|^no(?!\p{L})|(?<=\s)no(?=\s)/u;
const CLAUSE =
  /[;:—]|, (?:and|but|while|whereas|although|though|because|which|who|yet|so)(?!\p{L})| (?:but|while|whereas|although|though|because)(?!\p{L})/u;

/**
 * Why a quote looks cut: it stops inside a word, a number or a list, or leaves out the negation, hedge or attribution
 * of its sentence; null when it does not. Offsets are code points of `sentence`. A rule of words, so it may err on
 * the careful side: a second person ticks what is fair (gate code `quote-cut`).
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
  const reason =
    cutWord(parts) ??
    droppedNegation(parts) ??
    droppedHedge(parts) ??
    droppedAttribution(parts) ??
    cutList(parts);
  return reason === null ? null : { reason };
}

function cutWord({ before, quote, after }: Parts): string | null {
  if (cutsWord(before, quote)) return "The quote begins in the middle of a word or number.";
  if (cutsWord(quote, after)) return "The quote ends in the middle of a word or number.";
  return null;
}

/** What stands in the same clause before the quote, and after it. */
function clauseAround({ before, after }: Parts): { before: string; after: string } {
  const breaks = [...before.matchAll(new RegExp(CLAUSE, "gu"))].at(-1);
  const end = CLAUSE.exec(after)?.index ?? after.length;
  return { before: breaks ? before.slice(breaks.index + 1) : before, after: after.slice(0, end) };
}

function droppedNegation(parts: Parts): string | null {
  const clause = clauseAround(parts);
  const word = (NEGATION.exec(clause.before) ?? NEGATION.exec(clause.after))?.[0].trim();
  return word ? `The sentence says “${word}”, and the quote leaves it out.` : null;
}

function droppedHedge(parts: Parts): string | null {
  const clause = clauseAround(parts);
  const bound = NUMBER_START.test(parts.quote) ? NUMBER_HEDGE.exec(parts.before)?.[1] : undefined;
  const boundAfter = /[\d\p{L}]$/u.test(parts.quote) ? NUMBER_HEDGE_AFTER.exec(parts.after)?.[0] : undefined;
  const word = bound ?? boundAfter ?? (HEDGE_WORD.exec(clause.before) ?? HEDGE_WORD.exec(clause.after))?.[0];
  return word
    ? `The sentence says “${word.replace(/^[, ]+/, "").trim()}”, and the quote leaves it out.`
    : null;
}

function droppedAttribution({ before, quote, after }: Parts): string | null {
  if (ATTRIBUTION.test(quote)) return null;
  const found = ATTRIBUTION.exec(after) ?? ATTRIBUTION.exec(before);
  return found ? `The quote leaves out whose words they are (“${contextOf(found, after, before)}”).` : null;
}

/** The attribution with a little of what stands around it. */
function contextOf(found: RegExpExecArray, after: string, before: string): string {
  const source = ATTRIBUTION.exec(after) ? after : before;
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
