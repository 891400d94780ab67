import bidiFactory from "bidi-js";

export type CardFamily = "Inter" | "Source Serif 4";
export type CardWeight = 400 | 700;
/** How texts are drawn: a family at a weight, in a paragraph of one base direction. */
export type CardStyle = { family: CardFamily; weight: CardWeight; isRtl: boolean };

/** The faces there are. */
export type CardFaces = {
  /** Name of the face that draws a character: one of the family where it can, else of another; `null` when none does. */
  faceOf: (character: string, family: CardFamily, weight: CardWeight) => string | null;
  /** Width in px at 100 px of a text that one face draws. */
  widthOf: (text: string, face: string) => number;
};

/** A part of a line that one face draws in one go, with its place from the left and its width, in px at 100 px. */
export type CardPiece = { text: string; face: string; x: number; width: number };

const blankWidth = 26;
const bidi = bidiFactory();

type Run = { text: string; face: string | null; level: number; isClosed: boolean };

/**
 * The runs of a line in the order of its characters. The renderer lays out one face and one direction at a time, so that
 * a run never mixes them; what is no letter inside right-to-left text stands alone, mirrored where it must be.
 */
function runsOf(text: string, { family, weight, isRtl }: CardStyle, faces: CardFaces): Run[] {
  const { levels } = bidi.getEmbeddingLevels(text, isRtl ? "rtl" : "ltr");
  const runs: Run[] = [];
  let index = 0;
  for (const character of text) {
    const level = levels[index] ?? 0;
    const isBlank = character === " ";
    const shown = (level % 2 === 1 && bidi.getMirroredCharacter(character)) || character;
    const face = isBlank ? null : faces.faceOf(shown, family, weight);
    const isClosed = isBlank || (level % 2 === 1 && !/[\p{L}\p{M}]/u.test(character));
    const before = runs.at(-1);
    const isSame = before && !before.isClosed && !isClosed && before.level === level && before.face === face;
    if (isSame) before.text += shown;
    else runs.push({ text: shown, face, level, isClosed });
    index += character.length;
  }
  return runs;
}

/** Rule L2 of the Unicode Bidirectional Algorithm (UAX #9): from the highest level down, each stretch is turned round. */
function inVisualOrder(runs: readonly Run[]): Run[] {
  const ordered = [...runs];
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level -= 1) {
    for (let start = 0; start < ordered.length; start += 1) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end += 1;
      if (end > start) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = Math.max(start, end);
    }
  }
  return ordered;
}

/** A line as it is seen, from left to right, and its whole width in px at 100 px. */
export function layOut(
  text: string,
  style: CardStyle,
  faces: CardFaces,
): { pieces: CardPiece[]; width: number } {
  const pieces: CardPiece[] = [];
  let x = 0;
  for (const { text: words, face } of inVisualOrder(runsOf(text, style, faces))) {
    const width = face === null ? blankWidth : faces.widthOf(words, face);
    if (face !== null) pieces.push({ text: words, face, x, width });
    x += width;
  }
  return { pieces, width: x };
}

/** Characters that change how others are laid out and have no shape of their own: a stranger's text may not carry them. */
const invisible = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;

/**
 * The text as it can be drawn: composed, one line, without controls and pictures; `null` when a letter or digit of it
 * has no glyph, because a card must not show half a claim.
 */
export function drawable(text: string, covers: (character: string) => boolean): string | null {
  let kept = "";
  for (const character of text.normalize("NFC").replace(/\s+/gu, " ").replace(invisible, "")) {
    if (character === " " || covers(character)) kept += character;
    else if (/[\p{L}\p{M}\p{N}\p{Sc}]/u.test(character)) return null;
  }
  return kept.replace(/ +/g, " ").trim();
}

/** Breaks a text into lines of a width by its words; a word wider than a line is broken anywhere. Widths in px. */
export function lineBreaks(text: string, widthOf: (text: string) => number, width: number): string[] {
  const lines: string[] = [];
  const blank = widthOf(" ");
  let [line, used] = ["", 0];
  for (const word of text.split(" ").flatMap((whole) => piecesOf(whole, widthOf, width))) {
    const needed = widthOf(word);
    if (line !== "" && used + blank + needed > width) {
      lines.push(line);
      [line, used] = ["", 0];
    }
    used += needed + (line === "" ? 0 : blank);
    line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

function piecesOf(word: string, widthOf: (text: string) => number, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const characters = [...word];
  const half = Math.ceil(characters.length / 2);
  const parts = [characters.slice(0, half).join(""), characters.slice(half).join("")];
  return characters.length < 2 ? [word] : parts.flatMap((part) => piecesOf(part, widthOf, width));
}
