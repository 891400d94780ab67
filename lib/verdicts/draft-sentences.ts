import type { Dossier } from "../claims/dossier";
import { isOrdinaryOpener } from "./ordinary-openers";
import { draftFields, type DraftField, type SentenceNote } from "./sentence-note";
import { numberWords, unknownCitations, writeUpSentences, type WriteUpSentence } from "./write-up";

/** What a sentence of the draft stands on. */
export type SentenceCover =
  /** `from`: the sentence of the write-up, by its index there, that says the same and cites; null when it is its own. */
  | { kind: "evidence"; evidenceIds: string[]; from: number | null }
  /** `byRule`: nothing in it asks for evidence. Otherwise a person marked it, with or without a reason. */
  | { kind: "background"; byRule: boolean; reason: string | null }
  | { kind: "open" };

export type DraftSentence = {
  field: DraftField;
  /** Which of the field's sentences it is, from 0. */
  index: number;
  /** Which of the points it stands in, from 0; null outside the points. */
  point: number | null;
  text: string;
  cover: SentenceCover;
  /** Cited ids that are no evidence of this claim: such a sentence is open. */
  strange: string[];
};

type Parts = Pick<Dossier, "claim" | "articles" | "origins" | "evidence" | "verdict" | "sentenceNotes">;

/**
 * Every sentence of finding, points and write-up with what it stands on. The gate asks this of the write-up; the desk
 * shows all of it. A sentence of finding or points stands on what a person attached to it, or on the evidence of one
 * sentence of the write-up that holds each of its names, numbers, dates and negations.
 */
export function draftSentences(dossier: Parts): DraftSentence[] {
  const known = knownTo(dossier);
  const { verdict, claim } = dossier;
  const ids = new Set(dossier.evidence.map(({ id }) => id));
  const notes = dossier.sentenceNotes ?? [];
  const sentencesOf = (text: string) => writeUpSentences(text, known, claim.language);
  const written = sentencesOf(verdict.writeUp);
  const texts: Record<DraftField, string[]> = {
    finding: [verdict.finding],
    summary: verdict.summary,
    writeUp: [],
  };
  return draftFields.flatMap((field) => {
    if (field === "writeUp") return written.map((sentence, index) => inWriteUp(sentence, index, ids, notes));
    const own = texts[field].flatMap((text, point) =>
      sentencesOf(text).map((sentence) => ({ sentence, point: field === "summary" ? point : null })),
    );
    return own.map(({ sentence, point }, index) => {
      const cover = coverBeside(sentence, field, { ids, notes, written, language: claim.language });
      return {
        field,
        index,
        point,
        text: sentence.text,
        cover,
        strange: [],
      };
    });
  });
}

/** Whether the gate holds a sentence up: it is of the write-up, and stands on nothing. One rule for the gate and every count. */
export function isOpenAtGate({ field, cover }: Pick<DraftSentence, "field" | "cover">): boolean {
  return field === "writeUp" && cover.kind === "open";
}

/**
 * How many sentences stand on what, each counted once: `open` as the gate counts them, `toJudge` those of finding and points
 * that stand on nothing, which the gate leaves to people.
 */
export type SentenceCounts = Record<SentenceCover["kind"] | "all" | "toJudge", number>;

export function countSentences(sentences: readonly DraftSentence[]): SentenceCounts {
  const count = (kind: SentenceCover["kind"]) => sentences.filter(({ cover }) => cover.kind === kind).length;
  const open = sentences.filter(isOpenAtGate).length;
  return {
    all: sentences.length,
    evidence: count("evidence"),
    background: count("background"),
    open,
    toJudge: count("open") - open,
  };
}

function inWriteUp(
  sentence: WriteUpSentence,
  index: number,
  ids: ReadonlySet<string>,
  notes: readonly SentenceNote[],
): DraftSentence {
  const { text, citations, background, needsCover } = sentence;
  const cited = citations.filter((id) => ids.has(id));
  const strange = unknownCitations([sentence], ids).map(({ id }) => id);
  const isBare = needsCover && !background && cited.length === 0;
  const reason =
    notes.find((note) => note.field === "writeUp" && note.text === text && note.background !== null)
      ?.background ?? null;
  const cover: SentenceCover =
    isBare || strange.length > 0
      ? { kind: "open" }
      : cited.length > 0
        ? { kind: "evidence", evidenceIds: cited, from: null }
        : { kind: "background", byRule: !background, reason: background ? reason : null };
  return { field: "writeUp", index, point: null, text, cover, strange };
}

type Beside = {
  ids: ReadonlySet<string>;
  notes: readonly SentenceNote[];
  written: readonly WriteUpSentence[];
  language: string;
};

function coverBeside(
  { text, needsCover }: WriteUpSentence,
  field: DraftField,
  { ids, notes, written, language }: Beside,
): SentenceCover {
  const note = notes.find((one) => one.field === field && one.text === text);
  const attached = note?.evidenceIds.filter((id) => ids.has(id)) ?? [];
  if (attached.length > 0) return { kind: "evidence", evidenceIds: attached, from: null };
  if (note && note.background !== null) return { kind: "background", byRule: false, reason: note.background };
  if (!needsCover) return { kind: "background", byRule: true, reason: null };
  const from = written.findIndex(
    ({ text: other, citations }) => citations.some((id) => ids.has(id)) && says(other, text, language),
  );
  if (from < 0) return { kind: "open" };
  return { kind: "evidence", evidenceIds: written[from]!.citations.filter((id) => ids.has(id)), from };
}

const negation = /^(?:not|no|never|none|neither|nor|without|cannot|.+n['’]t)$/iu;
const quoted = /[“"„«]([^”"“»]+)[”"»]/gu;

/** Whether one sentence holds every telling word of another; a sentence without any is not found in others. */
function says(whole: string, part: string, language: string): boolean {
  const telling = tellingWords(part, language);
  const there = new Set(wordsOf(whole).map(plain));
  const quotations = [...part.matchAll(quoted)].map(([, words]) => words!);
  return (
    telling.length > 0 &&
    telling.every((word) => there.has(plain(word))) &&
    quotations.every((words) => whole.includes(words)) &&
    // "Did not" is no support for "did".
    wordsOf(whole).some((word) => negation.test(word)) === telling.some((word) => negation.test(word))
  );
}

function tellingWords(text: string, language: string): string[] {
  const isEnglish = /^en\b/iu.test(language);
  return wordsOf(text).filter((word, index) => {
    if (/\p{N}/u.test(word) || numberWords.test(word) || negation.test(word)) return true;
    if (!/^\p{Lu}/u.test(word) || word === "I") return false;
    return index > 0 || (isEnglish ? !isOrdinaryOpener(word) : /^\p{Lu}{2,}/u.test(word));
  });
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.,'’-]*[\p{L}\p{M}\p{N}])?/gu) ?? [];
}

/** In small letters, without a possessive ending. */
function plain(word: string): string {
  return word.toLowerCase().replace(/['’]s$/u, "");
}

/** Numbers of a sentence, as they are written in digits, that none of these texts has. */
export function numbersNotIn(sentence: string, texts: readonly string[]): string[] {
  const numbersOf = (text: string) => text.match(/\p{N}(?:[\p{N}.,]*\p{N})?/gu) ?? [];
  const there = new Set(texts.flatMap(numbersOf).map(withoutSeparators));
  return [...new Set(numbersOf(sentence))].filter((number) => !there.has(withoutSeparators(number)));
}

/** 1,000 and 1000 are one number; a decimal comma or point stays. */
function withoutSeparators(number: string): string {
  return number.replace(/[.,](?=\p{N}{3}(?!\p{N}))/gu, "");
}

/** Names and texts of the check: whoever they name is known at the start of a sentence too. */
function knownTo({ claim, articles, origins, evidence }: Parts): string[] {
  return [
    ...[claim.claimant, claim.place, claim.text, claim.verbatim],
    ...articles.flatMap(({ outlet, title, byline }) => [outlet, title, byline]),
    ...origins.map(({ name }) => name),
    ...evidence.map(({ quote }) => quote?.sentence ?? null),
  ].flatMap((text) => text ?? []);
}
