import { WeighedLru } from "./weighed-lru";
import { registerArticleCache } from "./article-caches";

/** A text that is read again costs little; what is kept of one is several times its size. */
const longText = 2_000;
/** What all readings together keep of a text takes three to seven bytes for each of its characters, with the text itself. */
const mostCharacters = 12_000_000;

type Reading = (text: string) => unknown;

/** Each text with what its readings made of it: they come and go together. */
const texts = new WeighedLru<Map<Reading, unknown>>(mostCharacters);
registerArticleCache(() => texts.clear());

/**
 * `read` with what it made of long texts at hand, as many as 12 million characters hold, those used last: reports of one
 * story are compared with each new one of it. For readings that make little of a text. What is returned is shared, so
 * nobody may change it.
 */
export function ofTextsAtHand<T>(read: (text: string) => T): (text: string) => T {
  return (text) => {
    if (text.length < longText) return read(text);
    const known = texts.get(text);
    if (known?.has(read)) return known.get(read) as T;
    const made = read(text);
    // Reading one text may have read others, which made room for themselves.
    const there = texts.get(text) ?? new Map<Reading, unknown>();
    there.set(read, made);
    texts.set(text, there, text.length);
    return made;
  };
}

/** Lets go of what was made of a text, which is no longer to be held. */
export function forgetText(text: string): void {
  texts.delete(text);
}
