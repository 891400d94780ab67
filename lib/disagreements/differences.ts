import { diffTokens, wordDiff } from "../publications/word-diff";

export type Piece = { text: string; differs: boolean };

/** Below this share of common words two sentences are told in different words: a word diff would mark everything. */
const alikeFrom = 0.5;
const isWord = (token: string) => /[\p{L}\p{N}]/u.test(token);
const hasDigit = (token: string) => /\p{N}/u.test(token);
const negations = new Set(["not", "no", "never", "none", "neither", "nor", "without", "cannot"]);
const isTelling = (token: string) =>
  hasDigit(token) || negations.has(token.toLowerCase()) || /n['’]t$/i.test(token);

/**
 * Two quotes cut into pieces, with what differs between them marked: word by word where they say nearly the same, and
 * otherwise the numbers and negations that the other does not have. Joined, the pieces are the quotes.
 */
export function differingPieces(a: string, b: string): { a: Piece[]; b: Piece[] } {
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

/** What two quotes disagree about, said by the words that differ: “34” against “15”. */
export function differenceInWords(a: string, b: string): string {
  const pieces = differingPieces(a, b);
  const [wordsA, wordsB] = [pieces.a, pieces.b].map((side) =>
    side.filter(({ differs, text }) => differs && isWord(text)).map(({ text }) => `“${text}”`),
  ) as [string[], string[]];
  const named = (words: string[]) => words.slice(0, 3).join(", ");
  if (wordsA.length > 0 && wordsB.length > 0) return `${named(wordsA)} against ${named(wordsB)}.`;
  const only = wordsA.length > 0 ? wordsA : wordsB;
  return only.length > 0 ? `Only one of them says ${named(only)}.` : "They cannot both be right.";
}

function tellingPieces(text: string, other: string): Piece[] {
  const there = new Set(diffTokens(other).map((token) => token.toLowerCase()));
  return joined(
    diffTokens(text).map((token) => ({
      text: token,
      differs: isTelling(token) && !there.has(token.toLowerCase()),
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
