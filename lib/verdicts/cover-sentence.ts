import { draftSentences, type DraftSentence } from "./draft-sentences";
import type { GivenCover } from "./given-cover";
import type { DraftField, SentenceNote } from "./sentence-note";
import { backgroundId, writeUpSentences, type WriteUpMark } from "./write-up";

type Draft = Parameters<typeof draftSentences>[0];

/** Which sentence is meant: the words guard against a draft that changed since it was read. */
export type SentencePlace = { field: DraftField; index: number; text: string };

/** The sentence at a place, or the only one of the field that reads like it; null when there is none. */
export function sentenceAt(draft: Draft, { field, index, text }: SentencePlace): DraftSentence | null {
  const alike = draftSentences(draft).filter((one) => one.field === field && one.text === text);
  return alike.find((one) => one.index === index) ?? (alike.length === 1 ? alike[0]! : null);
}

/** The draft's text and notes once a sentence stands on what is given. */
export function withCover(
  draft: Draft,
  sentence: DraftSentence,
  given: GivenCover,
): { writeUp: string; sentenceNotes: SentenceNote[] } {
  const { field, text } = sentence;
  const isInText = field === "writeUp";
  const others = (draft.sentenceNotes ?? []).filter((note) => note.field !== field || note.text !== text);
  const isNoted = given.background !== null || (!isInText && given.evidenceIds.length > 0);
  return {
    writeUp: isInText ? withMarks(draft, sentence.index, marksFor(given)) : draft.verdict.writeUp,
    sentenceNotes: isNoted
      ? [
          ...others,
          {
            field,
            text,
            evidenceIds: isInText ? [] : [...given.evidenceIds],
            background: given.background,
          },
        ]
      : others,
  };
}

function marksFor({ evidenceIds, background }: GivenCover): string[] {
  return background === null ? [...evidenceIds] : [backgroundId];
}

/** Marks that stay keep their place in the sentence; new ones come after its full stop. */
function withMarks({ verdict, claim }: Draft, index: number, wanted: readonly string[]): string {
  const points = Array.from(verdict.writeUp);
  const { marks, end } = writeUpSentences(verdict.writeUp, [], claim.language)[index]!;
  const kept = marks.filter(
    ({ id }, at) => wanted.includes(id) && marks.findIndex((m) => m.id === id) === at,
  );
  const news = wanted.filter((id) => !kept.some((mark) => mark.id === id)).map((id) => `[^${id}]`);
  const at = Math.max(afterMarkdown(points, end), ...kept.map((mark) => mark.end));
  const gone = marks.filter((mark) => !kept.includes(mark));
  return [...cut(points, gone, 0, at), ...news, ...cut(points, gone, at, points.length)].join("");
}

/** Behind what closes emphasis or a link around the end of a sentence. */
function afterMarkdown(points: readonly string[], end: number): number {
  const closing = /^(?:[*_`~]+|\]\([^)\n]*\))+/u.exec(points.slice(end).join(""))?.[0] ?? "";
  return end + Array.from(closing).length;
}

function cut(points: string[], marks: readonly WriteUpMark[], from: number, to: number): string[] {
  const isGone = (at: number) => marks.some(({ start, end }) => at >= start && at < end);
  // A blank before a mark that goes would leave two, or one at the end of a line.
  const isSpare = (at: number) =>
    points[at] === " " &&
    marks.some(({ start, end }) => start === at + 1 && /^(?:\s|undefined)$/u.test(String(points[end])));
  return points.slice(from, to).filter((_, offset) => !isGone(from + offset) && !isSpare(from + offset));
}
