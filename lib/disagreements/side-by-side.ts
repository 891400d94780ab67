import { againstInWords, differingPieces, quotedList, type Piece } from "./differences";
import { apartBy, type Told } from "./languages-apart";
import { differingWords, isWord } from "./said-numbers";
import { asOther, spelledAs, type OtherNames } from "./spelled-as";

/** `language`: of its words (BCP 47), where it is known. */
export type BesideQuote = { id: string; exact: string; sentence: string; language?: string | null };

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
 * others, compared two by two, and whatever is marked is said in words. Between sentences told in different words those
 * are figures, negations and names. Sentences in different languages or scripts are not compared, and it is said.
 * `names`: the other names that the desk knows people and organisations by.
 */
export function sideBySide(quotes: readonly BesideQuote[], names: OtherNames = []): SideBySide {
  const marks = quotes.map(({ sentence }) => new Array<boolean>(sentence.length).fill(false));
  const pairs: SideBySide["pairs"] = [];
  quotes.forEach((one, a) =>
    quotes.slice(a + 1).forEach((other, offset) => {
      const b = a + 1 + offset;
      const [told, otherTold] = [toldIn(one), toldIn(other)];
      const apart = apartBy(told, otherTold);
      if (apart) {
        pairs.push({ a, b, words: `Not compared: different ${apart}.` });
        return;
      }
      const pieces = differingPieces(told, otherTold, names);
      const said = [noteWords(marks[a]!, pieces.a), noteWords(marks[b]!, pieces.b)] as const;
      const named = [
        ...noteNames(marks[a]!, one.sentence, { other: other.sentence, pieces: pieces.a, names }),
        ...noteNames(marks[b]!, other.sentence, { other: one.sentence, pieces: pieces.b, names }),
      ];
      const words = [
        ...againstInWords(...said),
        ...(named.length > 0 ? [`Named by only one of them: ${quotedList(named)}.`] : []),
      ];
      pairs.push({ a, b, words: words.join(" ") || alikeInWords(one.sentence, other.sentence) });
    }),
  );
  return {
    sides: quotes.map((quote, index) => ({ id: quote.id, segments: segmentsOf(quote, marks[index]!) })),
    pairs,
  };
}

const toldIn = ({ sentence, language = null }: BesideQuote) => ({ text: sentence, language });

const bare = (sentence: string) => sentence.replace(/[^\p{L}\p{N}\p{Sc}%]+/gu, " ").trim();

function alikeInWords(a: string, b: string): string {
  if (a.trim() === b.trim()) return "The same words.";
  if (bare(a) === bare(b)) return "The same words, with other marks between them.";
  return "Other words, but no figure, name or negation that only one of them has.";
}

/** Marks the pieces that differ and say something, and answers their words. */
function noteWords(marks: boolean[], pieces: readonly Piece[]): string[] {
  let at = 0;
  for (const { text, differs } of pieces) {
    if (differs && isWord(text)) marks.fill(true, at, at + text.length);
    at += text.length;
  }
  return differingWords(pieces);
}

type Beside = { other: string; pieces: readonly Piece[]; names: OtherNames };

/**
 * Marks names that the other sentence does not have, by none of the names known: words with a capital, but for the first,
 * as far as they follow one another. Answers those that are no part of a piece that differs.
 */
function noteNames(marks: boolean[], sentence: string, { other, pieces, names }: Beside): string[] {
  const known = `${other} ${asOther(spelledAs(other, sentence, names))}`;
  const there = new Set((known.match(/[\p{L}\p{M}]+/gu) ?? []).map((word) => word.toLowerCase()));
  const differing = pieces.filter(({ differs }) => differs).map(({ text }) => text);
  const found = [
    ...sentence.matchAll(/(?<=[\p{L}\p{N},;:] )\p{Lu}[\p{L}\p{M}]+(?: \p{Lu}[\p{L}\p{M}]+)*/gu),
  ].filter(([name]) => name.split(" ").some((word) => !there.has(word.toLowerCase())));
  for (const { 0: name, index } of found) marks.fill(true, index, index + name.length);
  const unsaid = found.map(([name]) => name).filter((name) => !differing.some((text) => text.includes(name)));
  return [...new Set(unsaid)];
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

type Row = { id: string; articleId: string; stance: string; told: Told };

const isOpposed = (a: Row, b: Row) =>
  (a.stance === "supports" && b.stance === "disputes") ||
  (a.stance === "disputes" && b.stance === "supports");
const isComparable = (a: Row, b: Row) => apartBy(a.told, b.told) === null;

/**
 * Quotes to begin with, at most four, in their order: two that oppose each other in one language and those of other articles
 * that can be compared with them; where there are no such two, one of each article.
 */
export function firstBeside(evidence: readonly Row[]): string[] {
  const pair = evidence
    .flatMap((one, at) => evidence.slice(at + 1).map((other) => [one, other] as const))
    .find(([one, other]) => isOpposed(one, other) && isComparable(one, other));
  const begun: readonly Row[] = pair ?? [];
  const articles = new Set(begun.map(({ articleId }) => articleId));
  const others = evidence.filter(
    (row) =>
      !articles.has(row.articleId) &&
      begun.every((one) => isComparable(one, row)) &&
      articles.add(row.articleId),
  );
  const first = [...begun, ...others];
  const chosen = new Set((first.length > 1 ? first : evidence).slice(0, 4));
  return evidence.filter((row) => chosen.has(row)).map(({ id }) => id);
}
