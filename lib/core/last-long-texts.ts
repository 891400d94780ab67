import { registerArticleCache } from "./article-caches";

/** A text that is read again costs little; what is kept of one is many times its size. */
const longText = 2_000;
const mostKept = 3;

/** A reading whose last results are at hand, and to which one that was made elsewhere can be given. */
export type KeptReading<T> = ((text: string) => T) & { keep: (text: string, made: T) => void };

/**
 * `read` with what it made of the last few long texts at hand: an article just captured is read by one rule after the
 * other, each of which wants its sentences or words. What is returned is shared, so nobody may change it. What is small and
 * asked for again with every new text of one story is kept by `ofTextsAtHand`.
 */
export function ofLastLongTexts<T>(read: (text: string) => T): KeptReading<T> {
  let last: { text: string; made: T }[] = [];
  registerArticleCache(() => (last = []));
  const keep = (known: { text: string; made: T }) => {
    last = [known, ...last.filter((one) => one.text !== known.text)].slice(0, mostKept);
    return known.made;
  };
  const readKept = (text: string) =>
    text.length < longText
      ? read(text)
      : keep(last.find((one) => one.text === text) ?? { text, made: read(text) });
  return Object.assign(readKept, { keep: (text: string, made: T) => void keep({ text, made }) });
}
