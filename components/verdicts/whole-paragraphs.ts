import type { VersionChange } from "./version-changes";

type Piece = VersionChange["pieces"][number];
/** `isWhole`: paragraphs of which nothing stood before. */
export type ShownPiece = Piece & { isWhole?: true };

/**
 * The same pieces, with paragraphs that are wholly new apart from words that were put into one. Words that stand in the place of
 * others are none: what they replaced is read beside them.
 */
export function apartFromWhole(pieces: readonly Piece[]): ShownPiece[] {
  let before = "";
  return pieces.flatMap((piece, index): ShownPiece[] => {
    if (piece.how === "removed") return [piece];
    const isAtStart = /(^|\n)$/.test(before) && pieces[index - 1]?.how !== "removed";
    before += piece.text;
    if (piece.how !== "added") return [piece];
    const after = pieces.slice(index + 1).find(({ how }) => how !== "removed")?.text ?? "";
    return cut(piece.text, isAtStart, /^(\n|$)/.test(after));
  });
}

/** Words before the first whole paragraph, the whole ones together with the gaps around them, and words after the last. */
function cut(text: string, isAtStart: boolean, isAtEnd: boolean): ShownPiece[] {
  const from = isAtStart ? 0 : text.indexOf("\n\n");
  const gap = text.lastIndexOf("\n\n");
  const to = isAtEnd ? text.length : gap < 0 ? 0 : gap + 2;
  if (from < 0 || text.slice(from, to).trim() === "") return [{ text, how: "added" }];
  const [words, whole, rest] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  return [
    ...(words ? [{ text: words, how: "added" as const }] : []),
    { text: whole, how: "added", isWhole: true },
    ...(rest ? [{ text: rest, how: "added" as const }] : []),
  ];
}
