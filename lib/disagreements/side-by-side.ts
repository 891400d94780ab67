import { differenceInWords, differingPieces } from "./differences";

export type BesideQuote = { id: string; exact: string; sentence: string };

/** A stretch of a sentence: whether it was quoted, and whether another of the sentences says it differently. */
export type BesideSegment = { text: string; quoted: boolean; differs: boolean };

export type SideBySide = {
  /** One list of segments a quote; joined, they are its whole sentence. */
  sides: { id: string; segments: BesideSegment[] }[];
  /** What each two say differently, in words. Indices into the quotes. */
  pairs: { a: number; b: number; words: string }[];
};

/**
 * Quotes in their whole sentences with what differs marked: a word is marked when it differs from at least one of the
 * others, compared two by two. Between sentences told in different words those are figures, negations and names.
 */
export function sideBySide(quotes: readonly BesideQuote[]): SideBySide {
  const marks = quotes.map(({ sentence }) => new Array<boolean>(sentence.length).fill(false));
  const pairs: SideBySide["pairs"] = [];
  quotes.forEach((one, a) =>
    quotes.slice(a + 1).forEach((other, offset) => {
      const b = a + 1 + offset;
      const pieces = differingPieces(one.sentence, other.sentence);
      note(marks[a]!, pieces.a);
      note(marks[b]!, pieces.b);
      const names = [
        ...noteNames(marks[a]!, one.sentence, other.sentence),
        ...noteNames(marks[b]!, other.sentence, one.sentence),
      ];
      const differs = [...pieces.a, ...pieces.b].some((piece) => piece.differs);
      const words = differs
        ? differenceInWords(one.sentence, other.sentence)
        : names.length > 0
          ? `Only one of them names ${names
              .slice(0, 3)
              .map((name) => `“${name}”`)
              .join(", ")}.`
          : one.sentence.trim() === other.sentence.trim()
            ? "The same words."
            : "Other words, but no figure, name or negation that only one of them has.";
      pairs.push({ a, b, words });
    }),
  );
  return {
    sides: quotes.map((quote, index) => ({ id: quote.id, segments: segmentsOf(quote, marks[index]!) })),
    pairs,
  };
}

function note(marks: boolean[], pieces: readonly { text: string; differs: boolean }[]): void {
  let at = 0;
  for (const { text, differs } of pieces) {
    if (differs) marks.fill(true, at, at + text.length);
    at += text.length;
  }
}

/** Marks names that the other sentence does not have: words with a capital, but for the first. Answers them. */
function noteNames(marks: boolean[], sentence: string, other: string): string[] {
  const there = new Set((other.match(/[\p{L}\p{M}]+/gu) ?? []).map((word) => word.toLowerCase()));
  const names = [...sentence.matchAll(/(?<=[\p{L}\p{N},;:] )\p{Lu}[\p{L}\p{M}]+/gu)].filter(
    ([name]) => !there.has(name.toLowerCase()),
  );
  for (const { 0: name, index } of names) marks.fill(true, index, index + name.length);
  return names.map(([name]) => name);
}

function segmentsOf({ sentence, exact }: BesideQuote, marks: readonly boolean[]): BesideSegment[] {
  const from = sentence.indexOf(exact);
  const segments: BesideSegment[] = [];
  for (let at = 0; at < sentence.length; at += 1) {
    const quoted = from < 0 || (at >= from && at < from + exact.length);
    const differs = marks[at]!;
    const last = segments.at(-1);
    if (last && last.quoted === quoted && last.differs === differs) last.text += sentence[at]!;
    else segments.push({ text: sentence[at]!, quoted, differs });
  }
  return segments;
}

/** Quotes to begin with: one of each article, at most four. */
export function firstBeside(evidence: readonly { id: string; articleId: string }[]): string[] {
  const articles = new Set<string>();
  const first = evidence.filter(({ articleId }) => !articles.has(articleId) && articles.add(articleId));
  const chosen = first.length > 1 ? first : evidence;
  return chosen.slice(0, 4).map(({ id }) => id);
}
