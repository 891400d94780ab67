import { wordsOf } from "./search-words";

/** A stretch of a text, marked or not; joined they are the text. */
export type MarkedPart = { text: string; marked: boolean };

/**
 * Marks the words of a text that are among `sought` (folded); marked words with only spaces between them are one mark.
 * Nothing is escaped here: whoever prints the parts does.
 */
export function markWords(text: string, sought: ReadonlySet<string>): MarkedPart[] {
  const marks: { start: number; end: number }[] = [];
  for (const { word, start, end } of wordsOf(text)) {
    if (!sought.has(word)) continue;
    const last = marks.at(-1);
    if (last && /^\s*$/u.test(text.slice(last.end, start))) last.end = end;
    else marks.push({ start, end });
  }
  const parts: MarkedPart[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    parts.push(
      { text: text.slice(at, start), marked: false },
      { text: text.slice(start, end), marked: true },
    );
    at = end;
  }
  parts.push({ text: text.slice(at), marked: false });
  return parts.filter((part) => part.text !== "");
}

/** About how many UTF-16 units an excerpt has. */
const excerptLength = 180;

/** The words of `text` around its first sought word, cut between words, with dots where it is cut; null without one. */
export function excerptOf(text: string, sought: ReadonlySet<string>): MarkedPart[] | null {
  const words = wordsOf(text);
  const first = words.find(({ word }) => sought.has(word));
  if (!first) return null;
  const from = words.find(({ start }) => start >= first.start - excerptLength / 3)?.start ?? 0;
  const to = words.findLast(({ end }) => end <= from + excerptLength)?.end ?? first.end;
  const begin = from <= (words[0]?.start ?? 0) ? 0 : from;
  const end = to >= (words.at(-1)?.end ?? 0) ? text.length : Math.max(to, first.end);
  const parts = markWords(text.slice(begin, end), sought);
  return [
    ...(begin > 0 ? [{ text: "… ", marked: false }] : []),
    ...parts,
    ...(end < text.length ? [{ text: " …", marked: false }] : []),
  ];
}
