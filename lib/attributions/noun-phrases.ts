import type { Token } from "./tagged-tokens";

/** A stretch of tokens, both ends included. */
export type Stretch = { first: number; last: number };

const subjectPronouns = new Set(
  `he she they it we i you who which some many others neither none most several few everyone everybody somebody
  someone nobody another`.split(/\s+/u),
);
const linking = new Set("of for at in with from on to behind by near about against over under".split(" "));
const possessive = new Set("his her their its our my your".split(" "));
const relative = new Set(["who", "which", "that", "whom", "whose", "where"]);
const temporal =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight|morning|afternoon|evening|night|week|month|year|january|february|march|april|june|july|august|september|october|november|december|time|recently|later|earlier)s?$/u;
const longest = 32;

/** Whether a token can be the head of a noun phrase: a noun, a name or a number. */
export const isNominal = (token: Token | undefined): boolean =>
  token !== undefined && (token.tag === "NOUN" || token.tag === "PROPN" || token.tag === "NUM");
/** Whether a token is a pronoun that can be who says something. */
export const isPronoun = (token: Token | undefined): boolean =>
  token !== undefined && subjectPronouns.has(token.lower);
/** Whether a token is nothing but a quotation mark. */
export const isQuoteMark = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:["“”]|''|``|'|‘|’)$/u.test(token.word);
/** A comma, or a dash that stands between words, not inside one. */
function isComma(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !/^(?:,|-|--|–|—|―)$/u.test(token.word)) return false;
  return token.word === "," || tokens[at - 1]?.end !== token.start || tokens[at + 1]?.start !== token.end;
}
const isMark = (token: Token | undefined) => token === undefined || token.tag === "PUNCT";
const isVerbal = (token: Token) => token.tag === "VERB" || token.tag === "AUX";

/** Whether a phrase may begin here, to the right of a verb or of "according to". */
export function beginsPhrase(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (isNominal(token) ||
      isPronoun(token) ||
      token.tag === "DET" ||
      token.tag === "ADJ" ||
      possessive.has(token.lower))
  );
}

/** The noun phrase that ends at `last`; `null` when no noun stands there. */
export function phraseEndingAt(tokens: readonly Token[], last: number): Stretch | null {
  const end = tokens[last];
  if (end === undefined) return null;
  if (isPronoun(end)) return { first: last, last };
  if (!isNominal(end) && end.tag !== "ADJ" && end.word !== ")" && end.tag !== "PRON") return null;
  let first = last;
  for (let at = last - 1; at >= 0 && last - at < longest; at -= 1) {
    if (!belongs(tokens, at)) break;
    first = at;
  }
  return trimmed(tokens, { first, last });
}

/** Whether the token at `at` belongs to the noun phrase that goes on to its right. */
function belongs(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const left = tokens[at - 1];
  const right = tokens[at + 1]!;
  if (token.word === ")" || token.word === "(") return right.word !== "(" || isNominal(token);
  if (right.tag === "DET" || possessive.has(right.lower) || isPronoun(right))
    return token.tag === "ADP"
      ? linking.has(token.lower) && isNominal(left)
      : isAnd(tokens, at) || token.lower === "all";
  if (isNominal(token) || token.tag === "ADJ" || token.tag === "SYM" || token.tag === "DET") return true;
  if (possessive.has(token.lower)) return true;
  if (/^(?:'s|'|&|\.|%|\$)$/u.test(token.lower)) return isNominal(left) || token.word === "$";
  if (token.tag === "ADP") return linking.has(token.lower) && (isNominal(left) || isPronoun(left));
  if (token.tag === "ADV") return right.tag === "NUM" || (right.tag === "ADJ" && !isMark(left));
  if (token.tag === "VERB")
    return (
      /(?:ed|ing|en|wn)$/u.test(token.lower) &&
      left !== undefined &&
      (left.tag === "DET" || left.tag === "ADJ")
    );
  if (token.word === "-" || token.word === "–") return left?.end === token.start && token.end === right.start;
  return isAnd(tokens, at);
}

/** "A and B" as one phrase, unless A is the object of a verb before it. */
function isAnd(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:and|or|&)$/u.test(tokens[at]!.lower) || !isNominal(tokens[at - 1])) return false;
  for (let back = at - 1; back >= 0 && at - back < longest; back -= 1) {
    const token = tokens[back]!;
    if (isMark(token) || token.tag === "SCONJ") return true;
    if (isVerbal(token) || token.tag === "ADP") return token.lower === "of";
  }
  return true;
}

/** Without prepositions, conjunctions and days at its beginning. */
function trimmed(tokens: readonly Token[], { first, last }: Stretch): Stretch | null {
  let from = first;
  while (from <= last) {
    const token = tokens[from]!;
    const isLead =
      token.tag === "CCONJ" ||
      token.tag === "ADP" ||
      /^(?:'s|'|\.|-|–|\))$/u.test(token.lower) ||
      (temporal.test(token.lower) && from < last);
    if (!isLead) break;
    from += 1;
  }
  return from > last ? null : { first: from, last };
}

/**
 * The subject that ends just before `last + 1`: a noun phrase, with an apposition or relative clause that stands between
 * it and the verb ("Ann Berg, a spokeswoman, said").
 */
export function subjectEndingAt(tokens: readonly Token[], last: number): Stretch | null {
  const end = tokens[last];
  if (end === undefined) return null;
  if (isComma(tokens, last)) return withApposition(tokens, last);
  const clause = clauseEndingAt(tokens, last);
  return clause ?? phraseEndingAt(tokens, last);
}

function withApposition(tokens: readonly Token[], close: number): Stretch | null {
  for (let open = close - 1; open > 0 && close - open < longest; open -= 1) {
    if (isQuoteMark(tokens[open])) return null;
    if (!isComma(tokens, open)) continue;
    const inner = tokens[open + 1]!;
    const head = phraseEndingAt(tokens, open - 1);
    if (!head) continue;
    const says = relative.has(inner.lower) || inner.tag === "DET" || isNominal(inner) || inner.tag === "ADJ";
    const isAside =
      temporal.test(inner.lower) || inner.tag === "ADP" || inner.tag === "ADV" || inner.tag === "VERB";
    if (isAside) return head;
    if (says) return { first: head.first, last: close - 1 };
  }
  return null;
}

/** The whole clause before a verb when it holds no other verb, or holds one only in a relative clause of its subject. */
function clauseEndingAt(tokens: readonly Token[], last: number): Stretch | null {
  let first = last + 1;
  let hasVerb = false;
  let relativeAt = -1;
  for (let at = last; at >= 0 && last - at < longest; at -= 1) {
    const token = tokens[at]!;
    if (isMark(token) && !(token.word === "." || token.word === "-")) break;
    if (token.tag === "SCONJ" && token.lower !== "that") break;
    if (/^(?:but|and|or|because|while|if|when|as|than)$/u.test(token.lower) && !isAnd(tokens, at)) break;
    if (isVerbal(token)) hasVerb = true;
    if (relative.has(token.lower)) relativeAt = at;
    first = at;
  }
  if (first > last) return null;
  if (hasVerb) {
    if (relativeAt <= first) return null;
    const isInside = tokens.slice(first, relativeAt).every((token) => !isVerbal(token));
    const isOpen = tokens.slice(relativeAt, last + 1).some(isVerbal);
    if (!isInside || !isOpen) return null;
    const head = phraseEndingAt(tokens, relativeAt - 1);
    return head && { first: head.first, last };
  }
  while (first < last && /^(?:ADV|CCONJ|INTJ|PART|SCONJ)$/u.test(tokens[first]!.tag)) first += 1;
  if (tokens[first]!.tag === "ADP" || !beginsPhrase(tokens[first])) return null;
  if (isPronoun(tokens[first]) && first < last && tokens[first + 1]!.lower !== "of") return null;
  return trimmed(tokens, { first, last });
}

/** The noun phrase that begins at `first`, with its apposition, up to the next clause. */
export function phraseStartingAt(tokens: readonly Token[], first: number): Stretch | null {
  const start = tokens[first];
  if (!beginsPhrase(start)) return null;
  if (isPronoun(start) && tokens[first + 1]?.lower !== "of") return { first, last: first };
  let last = first;
  let seenNoun = isNominal(start);
  for (let at = first + 1; at < tokens.length && at - first < longest; at += 1) {
    const token = tokens[at]!;
    const next = tokens[at + 1];
    if (isNominal(token) || token.tag === "ADJ" || token.tag === "SYM") {
      if (temporal.test(token.lower) && seenNoun) break;
      seenNoun ||= isNominal(token);
    } else if (!goesOn(tokens, at, next)) break;
    last = at;
  }
  while (
    last > first &&
    !isNominal(tokens[last]) &&
    tokens[last]!.tag !== "ADJ" &&
    tokens[last]!.word !== ")"
  )
    last -= 1;
  return seenNoun ? withTail(tokens, { first, last }) : null;
}

function goesOn(tokens: readonly Token[], at: number, next: Token | undefined): boolean {
  const token = tokens[at]!;
  if (next === undefined) return false;
  if (/^(?:'s|'|&|\.|-|–|%|\$|\(|\))$/u.test(token.lower)) return true;
  if (token.tag === "ADP")
    return linking.has(token.lower) && beginsPhrase(next) && !temporal.test(next.lower);
  if (token.tag === "DET" || possessive.has(token.lower))
    return tokens[at - 1]!.tag === "ADP" || isAndWord(tokens[at - 1]);
  if (token.tag === "VERB")
    return /(?:ed|ing)$/u.test(token.lower) && (isNominal(next) || next.tag === "ADJ");
  return isAndWord(token) && (isNominal(next) || next.tag === "DET" || next.tag === "ADJ");
}

const isAndWord = (token: Token | undefined) => token !== undefined && /^(?:and|or|&)$/u.test(token.lower);

/** Adds ", a spokesman for the port" and ", who …" up to the next comma or the end. */
function withTail(tokens: readonly Token[], phrase: Stretch): Stretch {
  const comma = tokens[phrase.last + 1];
  const inner = tokens[phrase.last + 2];
  const isTail =
    comma !== undefined &&
    inner !== undefined &&
    comma.word === "," &&
    ((inner.tag === "DET" && inner.lower !== "whose") ||
      inner.tag === "ADJ" ||
      inner.lower === "who" ||
      (inner.tag === "NOUN" && tokens[phrase.first]!.tag === "PROPN") ||
      inner.tag === "NUM");
  if (!isTail) return phrase;
  let last = phrase.last + 2;
  while (last + 1 < tokens.length && last - phrase.first < longest) {
    const next = tokens[last + 1]!;
    if (next.tag === "PUNCT" && next.word !== "-" && next.word !== "–") break;
    last += 1;
  }
  return { first: phrase.first, last };
}
