/** A word of a text: folded for searching, and where it stands there, in UTF-16 units. */
export type Word = { word: string; start: number; end: number };

const single = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
/** A character of scripts written without spaces is a word; else letters and digits, with what stands inside of words. */
const pattern = new RegExp(
  String.raw`${single}|(?:(?!${single})[\p{L}\p{N}])(?:(?!${single})[\p{L}\p{M}\p{N}]|\u00AD|['’ʼ](?=\p{L})|(?<=\p{N})[.,](?=\p{N}))*`,
  "gu",
);

/** Letters that Unicode does not take apart. */
const plain: Record<string, string> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ı: "i",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ß: "ss",
};
const taken = new RegExp(`[${Object.keys(plain).join("")}]`, "gu");

/**
 * A word without case, soft hyphens, apostrophes, the English “’s”, the accents of Latin and Greek letters, and the commas
 * between thousands; ½ is “1 2”. Marks of other scripts stay: й is no и, and Indian vowels are marks.
 */
export function foldWord(word: string): string {
  // Most words need nothing but this.
  if (/^[a-z0-9]+$/i.test(word)) return word.toLowerCase();
  return word
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("\u2044", " ")
    .replaceAll("\u00AD", "")
    .replace(/['’ʼ]s$/u, "")
    .replace(/['’ʼ]/gu, "")
    .normalize("NFD")
    .replace(/([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, "$1")
    .normalize("NFC")
    .replace(taken, (letter) => plain[letter] ?? letter)
    .replace(/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/, (number) => number.replaceAll(",", ""));
}

/** The words of a text in order, folded. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const word = foldWord(found);
    if (word !== "") words.push({ word, start: index, end: index + found.length });
  }
  return words;
}

/** A text as the index holds it: its words, folded, with spaces between. */
export function foldText(text: string): string {
  return wordsOf(text)
    .map(({ word }) => word)
    .join(" ");
}

/** Whether a word may be misspelt: four letters or more. Digits are never put right: another number is another claim. */
export function isSpelt(word: string): boolean {
  return [...word].length >= 4 && !/\p{N}/u.test(word);
}

/**
 * A folded word in the letters a to z: PostgreSQL finds no trigrams in others where the locale is C, as on the server that
 * comes with the program. Two words may come out alike; whoever compares counts the letters of the words themselves.
 */
export function asLatin(word: string): string {
  const letter = (value: number) => String.fromCharCode(97 + (value % 26));
  return [...word]
    .map((char) => {
      if (/[a-z0-9]/.test(char)) return char;
      const code = char.codePointAt(0) ?? 0;
      return letter(Math.floor(code / 26)) + letter(code);
    })
    .join("");
}
