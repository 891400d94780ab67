import { diffTokens, wordDiff } from "../publications/word-diff";
import { apartBy, type Told } from "./languages-apart";
import { differingWords, isWord, pairedByKind } from "./said-numbers";
import { asOther, spelledAs, type OtherNames, type Spelling } from "./spelled-as";

export type Piece = { text: string; differs: boolean };

/** Below this share of common words two sentences are told in different words: a word diff would mark everything. */
const alikeFrom = 0.5;
const hasDigit = (token: string) => /\p{N}/u.test(token);
const negations = new Set(["not", "no", "never", "none", "neither", "nor", "without", "cannot"]);
/** Numbers in words, with their digits where these are as usual; "one" and "second" are mostly none. */
const numbers = new Map<string, string>([
  ..."two three four five six seven eight nine ten eleven twelve"
    .split(" ")
    .map((word, index): [string, string] => [word, String(index + 2)]),
  ...(
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety " +
    "dozen half third quarter double twice"
  )
    .split(" ")
    .map((word): [string, string] => [word, word]),
]);
/** How a token is held against others: without its case, and a small number as digits. */
const asHeld = (token: string) => numbers.get(token.toLowerCase()) ?? token.toLowerCase();
const isTelling = (token: string) =>
  hasDigit(token) ||
  numbers.has(token.toLowerCase()) ||
  negations.has(token.toLowerCase()) ||
  /n['’]t$/i.test(token);

/**
 * Two quotes cut into pieces, with what differs between them marked: word by word where they say nearly the same, and
 * otherwise the numbers and negations that the other does not have. A number whose unit only one of them states, and a
 * known other name of the same, do not differ; `names` are those that the desk knows. Where the two are in different
 * languages or scripts nothing is marked: see `apartBy`. Joined, the pieces are the quotes.
 */
export function differingPieces(one: Told, other: Told, names: OtherNames = []): { a: Piece[]; b: Piece[] } {
  const [a, b] = [one.text, other.text];
  if (apartBy(one, other)) return { a: joined([same(a)]), b: joined([same(b)]) };
  const spellings = spelledAs(a, b, names);
  const found = piecesOf(asOther(spellings), b);
  return { a: inOwnWords(spellings, found.a), b: found.b };
}

const same = (text: string): Piece => ({ text, differs: false });

/** The pieces of a text that was spelled as another, in its own words again. */
function inOwnWords(spellings: readonly Spelling[], pieces: readonly Piece[]): Piece[] {
  const marks = pieces.flatMap(({ text, differs }) => new Array<boolean>(text.length).fill(differs));
  const own: Piece[] = [];
  let at = 0;
  for (const { own: text, as } of spellings) {
    const marksHere = marks.slice(at, at + as.length);
    at += as.length;
    const differs = text === as ? marksHere : new Array<boolean>(text.length).fill(marksHere.includes(true));
    for (const [index, isMarked] of differs.entries()) {
      const last = own.at(-1);
      if (last && last.differs === isMarked) last.text += text[index]!;
      else own.push({ text: text[index]!, differs: isMarked });
    }
  }
  return own;
}

function piecesOf(a: string, b: string): { a: Piece[]; b: Piece[] } {
  const [wordsA, wordsB] = [diffTokens(a).filter(isWord), diffTokens(b).filter(isWord)];
  const inB = new Set(wordsB.map((word) => word.toLowerCase()));
  const shared = wordsA.filter((word) => inB.has(word.toLowerCase())).length;
  if (shared < alikeFrom * Math.max(wordsA.length, wordsB.length))
    return { a: tellingPieces(a, b), b: tellingPieces(b, a) };
  const diff = wordDiff(a, b);
  const side = (own: "del" | "ins") =>
    joined(
      diff
        .filter(({ op }) => op === "same" || op === own)
        .map(({ op, text }) => ({ text, differs: op === own })),
    );
  return { a: side("del"), b: side("ins") };
}

/**
 * What two quotes disagree about, said by the words that differ, three a side at most: “34” against “15”. Words in two
 * languages are not held against each other.
 */
export function differenceInWords(a: Told, b: Told): string {
  const pieces = differingPieces(a, b);
  const said = (side: readonly Piece[]) => differingWords(side).slice(0, 3);
  return againstInWords(said(pieces.a), said(pieces.b))[0] ?? "They cannot both be right.";
}

/** “34”, “15”: words as they stand. */
export function quotedList(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(", ");
}

/** The words of two sides that differ, as one sentence, numbers of one kind in one order; none when there are none. */
export function againstInWords(a: readonly string[], b: readonly string[]): string[] {
  if (a.length > 0 && b.length > 0) {
    const [ofA, ofB] = pairedByKind(a, b);
    return [`${quotedList(ofA)} against ${quotedList(ofB)}.`];
  }
  const only = a.length > 0 ? a : b;
  return only.length > 0 ? [`Only one of them says ${quotedList(only)}.`] : [];
}

function tellingPieces(text: string, other: string): Piece[] {
  const there = new Set(diffTokens(other).map(asHeld));
  return joined(
    diffTokens(text).map((token) => ({
      text: token,
      differs: isTelling(token) && !there.has(asHeld(token)),
    })),
  );
}

/** Neighbours that are alike become one piece; a mark never begins or ends with a blank. */
function joined(pieces: Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces.flatMap(withoutOuterBlanks)) {
    const last = result.at(-1);
    if (last && last.differs === piece.differs) last.text += piece.text;
    else if (piece.text !== "") result.push({ ...piece });
  }
  return result;
}

function withoutOuterBlanks(piece: Piece): Piece[] {
  if (!piece.differs) return [piece];
  const { text } = piece;
  const middle = text.trim();
  const begins = text.length - text.trimStart().length;
  return [
    { text: text.slice(0, begins), differs: false },
    { text: middle, differs: middle !== "" },
    { text: text.slice(begins + middle.length), differs: false },
  ];
}
