import { wordsOf, type Word } from "./search-words";

/** A word, or words that must follow one another; places are in the query as it was typed. */
export type SearchTerm = { words: Word[] };

/** What a search asks for: of each group one term at least, and none of the terms left out. */
export type SearchQuery = { all: SearchTerm[][]; none: SearchTerm[] };

/** More terms than a person types; the rest is passed over. */
const mostTerms = 24;

const piece =
  /(?<minus>(?<![^\s(])[-−])?(?:["“”„«](?<phrase>[^"“”„«»]*)(?:["“”»]|$)|(?<bare>[^\s"“”„«»]+))/gu;

/**
 * Reads a search as people type it: all words are meant; “words in quotation marks” follow one another, as do the parts of
 * post-war; `or` (або) between two lets either do; a minus leaves a word out. What has no letter and no digit means nothing.
 */
export function readQuery(query: string): SearchQuery {
  const read: SearchQuery = { all: [], none: [] };
  let isEither = false;
  for (const found of query.matchAll(piece)) {
    const { minus, phrase, bare } = found.groups ?? {};
    const words = wordsIn(found[0], found.index);
    if (
      phrase === undefined &&
      minus === undefined &&
      /^(?:or|або)$/iu.test(bare ?? "") &&
      read.all.length > 0
    ) {
      isEither = true;
      continue;
    }
    if (words.length === 0) continue;
    if (read.all.flat().length + read.none.length >= mostTerms) break;
    const last = read.all.at(-1);
    if (minus !== undefined) read.none.push({ words });
    else if (isEither && last) last.push({ words });
    else read.all.push([{ words }]);
    isEither = false;
  }
  return read;
}

function wordsIn(text: string, at: number): Word[] {
  return wordsOf(text).map(({ word, start, end }) => ({ word, start: start + at, end: end + at }));
}

/** A term as the index is asked for it. */
export function termText({ words }: SearchTerm): string {
  return words.map(({ word }) => word).join(" ");
}

/** The folded words that a search looks for, once each; those left out are not among them. */
export function soughtWords({ all }: SearchQuery): string[] {
  return [...new Set(all.flat().flatMap(({ words }) => words.map(({ word }) => word)))];
}

function inItsCase(typed: string, right: string): string {
  const [first = "", ...rest] = right;
  return /^\p{Lu}/u.test(typed) ? first.toUpperCase() + rest.join("") : right;
}

/** The query as it was typed, with misspelt words put right: `right` holds the right one for a folded one. */
export function withSpelling(
  query: string,
  read: SearchQuery,
  right: ReadonlyMap<string, string>,
): { text: string; changed: boolean }[] {
  const words = read.all
    .flat()
    .flatMap((term) => term.words)
    .filter(({ word }) => right.has(word))
    .sort((a, b) => a.start - b.start);
  const parts: { text: string; changed: boolean }[] = [];
  let at = 0;
  for (const { word, start, end } of words) {
    parts.push({ text: query.slice(at, start), changed: false });
    parts.push({ text: inItsCase(query.slice(start, end), right.get(word) ?? word), changed: true });
    at = end;
  }
  parts.push({ text: query.slice(at), changed: false });
  return parts.filter(({ text }) => text !== "");
}
