/** A text that is read again costs little; what is kept of one is many times its size. */
const longText = 2_000;
const kept = 3;

/**
 * `read` with what it made of the last few long texts at hand: an article just captured is read by one rule after the
 * other, each of which wants its sentences or words. What is returned is shared, so nobody may change it.
 */
export function ofLastLongTexts<T>(read: (text: string) => T): (text: string) => T {
  let last: { text: string; made: T }[] = [];
  return (text) => {
    if (text.length < longText) return read(text);
    const known = last.find((one) => one.text === text) ?? { text, made: read(text) };
    last = [known, ...last.filter((one) => one !== known)].slice(0, kept);
    return known.made;
  };
}
