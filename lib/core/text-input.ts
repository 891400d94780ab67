import { z } from "zod";
import { nothingWritten } from "./nothing-written";

/**
 * The text as it may be stored: NUL, which PostgreSQL cannot hold, is taken out, and each lone surrogate,
 * which UTF-8 cannot express, becomes U+FFFD. All else stays byte for byte: right-to-left marks, zero-width
 * characters, line ends and spaces belong to the words of whoever wrote them. Idempotent.
 */
export function cleanText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD").replaceAll("\0", "");
}

/** Scripts written without spaces, in which each character counts as a word, as word processors do. */
const pieces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

/** The number of words: runs between spaces that hold a letter or digit; each Chinese or kana character is one. */
export function countWords(text: string): number {
  let count = 0;
  for (const [piece] of text.matchAll(pieces)) if (/[\p{L}\p{N}]/u.test(piece)) count += 1;
  return count;
}

/** `max` and `min` are in `unit`: Unicode code points (the default) or words. */
export type TextLimits = { max: number; min?: number; unit?: "characters" | "words" };

/** A text limited in words is also limited in code points, so that one endless word is refused too. */
const charactersPerWord = 20;

function plural(count: number, unit: "characters" | "words"): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? unit.slice(0, -1) : unit}`;
}

function codePoints(text: string): number {
  let count = 0;
  for (const _char of text) count += 1;
  return count;
}

function limitProblem(value: string, { max, min = 1, unit = "characters" }: TextLimits): string | null {
  const characters = codePoints(value);
  const size = unit === "words" ? countWords(value) : characters;
  if (size > max) return `Too long: ${plural(max, unit)} at most, and this has ${plural(size, unit)}.`;
  if (unit === "words" && characters > max * charactersPerWord) {
    return `Too long: ${plural(max * charactersPerWord, "characters")} at most, and this has ${plural(characters, "characters")}.`;
  }
  if (min > 0 && value.trim() === "") return nothingWritten;
  const written = unit === "words" ? size : codePoints(value.trim());
  return written < min
    ? `Too short: ${plural(min, unit)} at least, and this has ${plural(written, unit)}.`
    : null;
}

/**
 * A zod string for free text: cleaned with `cleanText`, never trimmed, at most `max` and at least `min`
 * (default 1, so that blank text is refused; pass 0 to allow it) counted on the cleaned text, with messages
 * that say what to do. The limits are also given to JSON Schema (`maxLength`, `minLength` in code points).
 */
export function text(limits: TextLimits) {
  const { max, min = 1, unit = "characters" } = limits;
  return z
    .string({ error: ({ input }) => (input === undefined ? "This is missing." : "Write this as text.") })
    .overwrite(cleanText)
    .superRefine((value, context) => {
      const message = limitProblem(value, limits);
      if (message) context.addIssue({ code: "custom", message });
    })
    .meta({
      maxLength: unit === "words" ? max * charactersPerWord : max,
      ...(min > 0 ? { minLength: unit === "words" ? 1 : min } : {}),
    });
}
