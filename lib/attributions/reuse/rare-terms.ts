import { ofLastLongTexts } from "../../core/last-long-texts";
import { onceFor } from "../../core/once";
import { ofTextsAtHand } from "../../core/texts-at-hand";
import { parseFigures } from "../../figures/parse-figures";
import { sentenceSpans } from "../../quotes/sentences";
import { isCommonName, isOpener } from "./common-names";
import { smallWords } from "./find-words";

/** A name or figure that may be rare: the key that is compared and counted, and the words as the text has them. */
export type Term = {
  key: string;
  words: string;
  kind: "name" | "figure";
  /** A capital that only begins a sentence: a name when another text shows that it is one. */
  isDoubtful?: boolean;
  /** Of a figure. */
  amount?: Amount;
};

/** `isLoose` says that the text gives it as a bound or an approximation. */
type Amount = { value: number; unit: string; isLoose: boolean };

const CAPITALISED =
  /\p{Lu}[\p{L}\p{N}]*(?:['’-][\p{L}\p{N}]+)*(?:[ \u00a0](?:(?:of|de|von|van|al) )?\p{Lu}[\p{L}\p{N}]*(?:['’-][\p{L}\p{N}]+)*){0,5}/gu;
const mostTerms = 400;

/**
 * A name's word without case, accents and possessive; Cyrillic words without their last vowels, because case endings
 * change there. Empty when nothing is left.
 */
export function nameKey(word: string): string {
  if (/^[a-z0-9]+$/i.test(word)) return word.toLowerCase();
  const folded = word
    .replace(/['’]s?$/u, "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
  const isCyrillic = /^[\u0400-\u04ff]/u.test(folded);
  return isCyrillic && folded.length > 4
    ? folded.replace(/(?:ою|ом|ой|ого|ому|ами|ах|[аеиіїйоуюяьы])$/u, "")
    : folded;
}

const namesOf = ofLastLongTexts(readNames);

/** Names of a text, each with the keys of its rarer words. Words that the text also has in lower case are no names. */
function readNames(text: string): { words: string; keys: string[]; isDoubtful: boolean }[] {
  const lower = new Set(Array.from(smallWords(text), nameKey));
  const starts = new Set(sentenceSpans(text).map(({ start }) => start));
  const found = Array.from(text.matchAll(CAPITALISED), (match) => ({ words: match[0], at: match.index }));
  const inside = new Set(
    found
      .filter(({ at }) => !startsSentence(text, starts, at))
      .flatMap(({ words }) => words.split(/[ \u00a0-]/u).map(nameKey)),
  );
  return found.flatMap(({ words, at }) => {
    const parts = words.split(/[ \u00a0-]/u);
    const isFirst = startsSentence(text, starts, at);
    const isDoubtful = parts.length === 1 && isFirst && isDoubtfulLead(words, true, inside);
    const isLead = (part: string, index: number) =>
      index === 0 && isFirst && parts.length > 1 && isDoubtfulLead(part, false, inside);
    const keys = parts.flatMap((part, index) => {
      const key = nameKey(part);
      const isTold = !lower.has(key) && !isCommonName(key) && !isOpener(key) && !isLead(part, index);
      return isTold && key.length >= 3 && /^\p{Lu}/u.test(part) ? [key] : [];
    });
    if (keys.length === 0) return [];
    const [first = "", ...rest] = words.split(/[ \u00a0]/u);
    const isDropped = isLead(first, 0) || lower.has(nameKey(first)) || isOpener(nameKey(first));
    return [{ words: isDropped && rest.length > 0 ? rest.join(" ") : words, keys, isDoubtful }];
  });
}

/**
 * Whether the word that begins a sentence may have its capital from there. Two capitals in a row are a name in English;
 * in Cyrillic a common noun often stands before one.
 */
function isDoubtfulLead(word: string, isAlone: boolean, inside: ReadonlySet<string>): boolean {
  if (inside.has(nameKey(word)) || isAcronym(word)) return false;
  return isAlone || /^[\u0400-\u04ff]/u.test(word);
}

const isAcronym = (word: string) => /^\p{Lu}{3,}$/u.test(word);

function startsSentence(text: string, starts: ReadonlySet<number>, at: number): boolean {
  return starts.has(at) || /["“„«'‘(:–—-]\s?$/u.test(text.slice(Math.max(0, at - 2), at));
}

/** Figures that could tell one report from another: amounts that are neither vague, nor small counts, nor years. */
function figuresOf(text: string): Term[] {
  return parseFigures(text).flatMap((figure): Term[] => {
    const value = figure.low ?? figure.high;
    if (figure.bound === "vague" || value === null || figure.measure === "year") return [];
    if (figure.measure === "count" && value < 13) return [];
    if (figure.measure === "duration" || (figure.measure === "percent" && value % 10 === 0)) return [];
    const unit = figure.measure === "count" ? "" : (figure.unit ?? figure.measure);
    const amount = { value, unit: figure.unit ?? figure.measure, isLoose: figure.bound !== "exact" };
    return [{ key: `=${value}${unit}`, words: figure.verbatim, kind: "figure", amount }];
  });
}

/** Those that stand for a text in the index and in counts: what may be no name is left out. */
export function certainKeys(terms: readonly Term[]): string[] {
  return terms.filter(({ isDoubtful }) => !isDoubtful).map(({ key }) => key);
}

/** Reads of a text what `rareTermsOf` needs besides its figures, and leaves it at hand. */
export function readNamesAhead(text: string): void {
  namesOf(text);
}

/** Names and figures of a text that are on no list of common ones, once each, in order; at most 400. */
export const rareTermsOf: (text: string) => readonly Term[] = ofTextsAtHand(readRareTerms);

function readRareTerms(text: string): Term[] {
  const terms = new Map<string, Term>();
  for (const { words, keys, isDoubtful } of namesOf(text))
    for (const key of keys) {
      const known = terms.get(key);
      if (known && !(known.isDoubtful && !isDoubtful)) continue;
      terms.set(key, { key, words, kind: "name", ...(isDoubtful ? { isDoubtful } : {}) });
    }
  for (const term of figuresOf(text)) if (!terms.has(term.key)) terms.set(term.key, term);
  return [...terms.values()].slice(0, mostTerms);
}

/** How many of the desk's articles hold a term, of how many. */
export type Frequencies = { articles: number; holding: ReadonlyMap<string, number> };

/**
 * Whether a term is rare on this desk: in fewer than 25 of its articles, or in fewer than one in fifty. A desk of few
 * articles cannot tell, and the list of common names decides alone.
 */
export function isRare(term: Pick<Term, "key">, { articles, holding }: Frequencies): boolean {
  return (holding.get(term.key) ?? 0) < Math.max(25, articles / 50);
}

/** Those of an article's terms that are rare on the desk, made out once for all its comparisons. */
export function rareOf(article: { terms: readonly Term[] }, frequencies: Frequencies): readonly Term[] {
  return rareByDesk(frequencies)(article);
}

const rareByDesk = onceFor((frequencies: Frequencies) =>
  onceFor(({ terms }: { terms: readonly Term[] }) => terms.filter((term) => isRare(term, frequencies))),
);

/** A list of terms by what is looked for in it, made out once for all its comparisons. */
const indexOf = onceFor((terms: readonly Term[]) => {
  const amounts = new Map<string, { all: Amount[]; loose: Amount[] }>();
  for (const { amount } of terms) {
    if (!amount) continue;
    const ofUnit = amounts.get(amount.unit) ?? { all: [], loose: [] };
    amounts.set(amount.unit, ofUnit);
    ofUnit.all.push(amount);
    if (amount.isLoose) ofUnit.loose.push(amount);
  }
  return { byKey: new Map(terms.map((term) => [term.key, term])), amounts };
});

/** Terms of `mine` that `theirs` holds too; the words of one name count once, "over 900 tickets" fits 912 tickets. */
export function sharedTerms(mine: readonly Term[], theirs: readonly Term[]): Term[] {
  const { byKey, amounts } = indexOf(theirs);
  const seen = new Set<string>();
  return mine.filter((term) => {
    const same = byKey.get(term.key);
    const isShared =
      (same !== undefined && !(same.isDoubtful && term.isDoubtful)) || isRoundingOfAny(term.amount, amounts);
    if (!isShared || seen.has(term.words)) return false;
    seen.add(term.words);
    return true;
  });
}

/** How far a rounded amount may be from the one it stands for. */
const roundingShare = 0.08;

/** Whether an amount stands for one of the others, or one of them for it: one of the two is given loosely then. */
function isRoundingOfAny(
  amount: Amount | undefined,
  others: ReadonlyMap<string, { all: Amount[]; loose: Amount[] }>,
): boolean {
  const ofUnit = amount && others.get(amount.unit);
  if (!ofUnit) return false;
  const { value } = amount;
  return (amount.isLoose ? ofUnit.all : ofUnit.loose).some(
    (other) =>
      Math.abs(value - other.value) <= roundingShare * Math.max(Math.abs(value), Math.abs(other.value)),
  );
}

/** Names of a text that are common everywhere, by key: they tell no story apart, but a long list of them supports one. */
export const commonNamesOf: (text: string) => ReadonlySet<string> = ofTextsAtHand((text) => {
  const keys = Array.from(text.matchAll(CAPITALISED), ([words]) =>
    words.split(/[ \u00a0-]/u).map(nameKey),
  ).flat();
  return new Set(keys.filter((key) => key.length >= 3 && isCommonName(key)));
});
