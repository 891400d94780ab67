import { readerWords, type ReaderWords } from "@/lib/words/reader";
import type { OtherLanguage } from "./reader-site";

const { ratings: starting, shell } = readerWords("en");
type Named = { code: string; label: string; meaning: string };

/**
 * A rating among words of another language, with the `lang` and `dir` it is to have: those of the scale that a newsroom
 * starts with are said as the page speaks. What the newsroom renamed stays as it wrote it, and so does a rating on the
 * page of its verdict, which prints what was signed.
 */
export function spokenRating<R extends Named>(
  rating: R,
  own: OtherLanguage,
  words: ReaderWords,
): { rating: R } & OtherLanguage {
  const code = rating.code as keyof typeof starting;
  const ours = Object.hasOwn(starting, code) ? starting[code] : null;
  const isOurs = ours?.label === rating.label && ["", ours.meaning].includes(rating.meaning);
  if (own.lang === undefined || !isOurs) return { rating, ...own };
  const { label, meaning } = words.ratings[code];
  return { rating: { ...rating, label, meaning: rating.meaning && meaning } };
}

/** The line across a page of a demonstration, as the page speaks; any other is the newsroom's own. */
export function spokenLabel(
  label: string,
  words: ReaderWords,
  own: OtherLanguage,
): OtherLanguage & { children: string } {
  return label === shell.demonstration
    ? { children: words.shell.demonstration }
    : { children: label, ...own };
}
