/** Shorter beginnings fit too much of the language to find anything by. */
const leastLetters = 3;

/**
 * The words of a search as the database's `words_query` takes them, each from three letters on also as the beginning
 * of one: "auru par" → "auru:*", "par:*". Null where the search says by quotes, minus or "or" how it is to be read.
 */
export function beginningsOf(words: string): string[] | null {
  if (/["“”]|(?:^|\s)-|\bor\b/iu.test(words)) return null;
  const each = words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const isBeginning = (word: string) => word.length >= leastLetters && !/\p{N}/u.test(word);
  return each.length === 0 ? null : each.map((word) => (isBeginning(word) ? `${word}:*` : word));
}
