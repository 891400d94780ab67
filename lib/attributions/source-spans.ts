import { offsetMap } from "../quotes/code-points";
import { sentenceSpans } from "../quotes/sentences";
import {
  beginsPhrase,
  isNominal,
  isPronoun,
  isQuoteMark,
  phraseEndingAt,
  phraseStartingAt,
  subjectEndingAt,
  type Stretch,
} from "./noun-phrases";
import { quotedStretches } from "./quoted-stretches";
import { cueClass, cueNouns, inverting, type CueClass } from "./source-verbs";
import { tagSentence, type Token } from "./tagged-tokens";

/** Somebody or something that a text attributes words or views to; places are code points. */
export type SourceSpan = {
  exact: string;
  start: number;
  end: number;
  /** The sentence holds words in quotation marks. */
  besideQuotation: boolean;
  cue: { exact: string; start: number; end: number; class: CueClass; lemma: string };
};

type Found = { source: Stretch; cue: Stretch; class: CueClass; lemma: string };

/**
 * Whoever an English text names as the source of words, views or findings, in order; the same place once for each cue.
 * Whoever wants some of them only says of a sentence whether they `mayHold` one: tagging its words takes longest.
 */
export function sourceSpans(text: string, mayHold: (sentence: string) => boolean = () => true): SourceSpan[] {
  const map = offsetMap(text);
  const quoted = quotedStretches(text);
  let next = 0;
  const isQuoted = (at: number): boolean => {
    while (next < quoted.length && quoted[next]![1] <= at) next += 1;
    return next < quoted.length && quoted[next]![0] <= at;
  };
  return sentenceSpans(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    if (!mayHold(sentence)) return [];
    const tokens = tagSentence(sentence, start);
    const mask = tokens.map((token) => isQuoted(token.start));
    return sourcesInSentence(tokens, mask).map(({ source, cue, ...kind }) => ({
      ...place(text, tokens, source, map.toCodePoint),
      besideQuotation: mask.some(Boolean),
      cue: { ...place(text, tokens, cue, map.toCodePoint), ...kind },
    }));
  });
}

function place(
  text: string,
  tokens: readonly Token[],
  { first, last }: Stretch,
  toCodePoint: (at: number) => number,
) {
  const start = tokens[first]!.start;
  const end = tokens[last]!.end;
  return { exact: text.slice(start, end), start: toCodePoint(start), end: toCodePoint(end) };
}

/** What stands inside a quotation is the speaker's own attribution, not the article's. */
function sourcesInSentence(tokens: readonly Token[], isQuoted: readonly boolean[]): Found[] {
  const found: Found[] = [];
  const heading = speakerBeforeColon(tokens);
  if (heading) found.push(heading);
  tokens.forEach((_, at) => {
    if (isQuoted[at]) return;
    const one = accordingTo(tokens, at) ?? (isVerb(tokens, at) ? fromVerb(tokens, at) : fromNoun(tokens, at));
    if (one) found.push(one);
  });
  return found;
}

function isVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (token.tag === "VERB") return true;
  return /^(?:said|says|told)$/u.test(token.lower);
}

/** "MAYOR: …", "Ann Berg: …" at the beginning of a line. */
function speakerBeforeColon(tokens: readonly Token[]): Found | null {
  const colon = tokens.findIndex((token, at) => at < 7 && token.word === ":");
  if (colon < 1 || colon === tokens.length - 1) return null;
  const words = tokens.slice(0, colon);
  const isName = words.every((token) => /^[\p{Lu}'’.&-]/u.test(token.word) || token.lower === "of");
  return isName
    ? { source: { first: 0, last: colon - 1 }, cue: { first: colon, last: colon }, class: "says", lemma: ":" }
    : null;
}

function accordingTo(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at]!;
  if (token.lower !== "according" || tokens[at + 1]?.lower !== "to") return null;
  const source = phraseStartingAt(tokens, at + 2);
  return source && { source, cue: { first: at, last: at + 1 }, class: "says", lemma: "according to" };
}

/** "Ann Berg's claim that", "his promise to". */
function fromNoun(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at]!;
  const lemma = token.lower.replace(/s$/u, "");
  if (token.tag !== "NOUN" || !cueNouns.has(lemma)) return null;
  let owner = at - 1;
  while (owner > at - 3 && tokens[owner]?.tag === "ADJ") owner -= 1;
  const mark = tokens[owner];
  if (mark === undefined) return null;
  const cue = { first: at, last: at };
  if (/^(?:his|her|their|its|my|our)$/u.test(mark.lower))
    return { source: { first: owner, last: owner }, cue, class: "says", lemma };
  if (!/^'s?$/u.test(mark.lower)) return null;
  const source = phraseEndingAt(tokens, owner - 1);
  return source && { source, cue, class: "says", lemma };
}

function fromVerb(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at]!;
  const kind = cueClass(token.lemma);
  if (kind === null) return null;
  const cue = { first: at, last: at };
  const source = isPassive(tokens, at)
    ? agentOf(tokens, at)
    : (invertedSubject(tokens, at, token.lemma) ?? subjectOf(tokens, at, 0));
  return source && { source, cue, class: kind, lemma: token.lemma };
}

/** "was told", "were called": whoever speaks stands behind "by", if anywhere. */
function isPassive(tokens: readonly Token[], at: number): boolean {
  if (!/(?:ed|en|wn|told|said|thought|found|known|seen|sought|felt)$/u.test(tokens[at]!.lower)) return false;
  for (let back = at - 1; back >= 0 && at - back < 4; back -= 1) {
    const { tag, lower } = tokens[back]!;
    if (/^(?:be|been|being|is|are|was|were|'re|'m|am)$/u.test(lower)) return true;
    if (tag !== "ADV" && tag !== "PART" && lower !== "not") return false;
  }
  return false;
}

function agentOf(tokens: readonly Token[], at: number): Stretch | null {
  return tokens[at + 1]?.lower === "by" ? phraseStartingAt(tokens, at + 2) : null;
}

/** "…", said the mayor. */
function invertedSubject(tokens: readonly Token[], at: number, lemma: string): Stretch | null {
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (!inverting.has(lemma) || !beginsPhrase(next) || /ing$/u.test(tokens[at]!.lower)) return null;
  const opens = before === undefined || isQuoteMark(before) || /^[,?!]$/u.test(before.word);
  if (!opens) return null;
  const phrase = phraseStartingAt(tokens, at + 1);
  if (!phrase) return null;
  const after = tokens[phrase.last + 1];
  const isClosed =
    after === undefined ||
    after.tag === "PUNCT" ||
    /^(?:ADP|ADV|SCONJ|PRON|NOUN|PROPN|VERB|CCONJ)$/u.test(after.tag);
  const isQuoted = isQuoteMark(before);
  const goesOn =
    after !== undefined && (after.tag === "AUX" || after.tag === "VERB" || after.lower === "that");
  return isClosed && (isQuoted || !goesOn) ? phrase : null;
}

/** The subject of the verb at `at`, through auxiliaries, infinitives, participles and "and". */
function subjectOf(tokens: readonly Token[], at: number, depth: number): Stretch | null {
  if (depth > 4) return null;
  let before = at - 1;
  while (before >= 0 && isSkipped(tokens, before)) before -= 1;
  const left = tokens[before];
  if (left === undefined) return null;
  if (left.lower === "to" && left.tag === "PART") return subjectOfInfinitive(tokens, before, depth);
  const isParticiple = /ing$/u.test(tokens[at]!.lower) && before === at - 1;
  if (
    isParticiple &&
    (left.tag === "PUNCT" || left.tag === "ADP" || left.tag === "SCONJ" || left.tag === "CCONJ")
  )
    return previousSubject(tokens, before, depth);
  if (left.tag === "CCONJ" || left.lower === "then") return previousSubject(tokens, before, depth);
  const subject = subjectEndingAt(tokens, before);
  if (subject) return subject;
  return left.word === "," ? previousSubject(tokens, before, depth) : null;
}

function isSkipped(tokens: readonly Token[], at: number): boolean {
  const { tag, lower } = tokens[at]!;
  return tag === "AUX" || tag === "ADV" || /^(?:not|n't|'s|'ve|'d|'ll|have|has|had|also|even)$/u.test(lower);
}

/** "declined to say", "went on to add": the subject of the verb before, when one is near. */
function subjectOfInfinitive(tokens: readonly Token[], to: number, depth: number): Stretch | null {
  for (let back = to - 1; back >= 0 && to - back < 4; back -= 1) {
    if (tokens[back]!.tag === "VERB") return back === to - 1 ? subjectOf(tokens, back, depth + 1) : null;
    if (tokens[back]!.tag === "PUNCT") return null;
  }
  return null;
}

/** The subject of the nearest finite verb before. */
function previousSubject(tokens: readonly Token[], before: number, depth: number): Stretch | null {
  for (let back = before - 1; back >= 0 && before - back < 30; back -= 1) {
    const token = tokens[back]!;
    if ((token.tag !== "VERB" && token.tag !== "AUX") || /ing$/u.test(token.lower)) continue;
    const subject = subjectOf(tokens, back, depth + 1);
    if (subject && (isNominal(tokens[subject.last]) || isPronoun(tokens[subject.last]))) return subject;
  }
  return null;
}
