import type { AttributionType } from "../../claims/dossier";
import { ofTextsAtHand } from "../../core/texts-at-hand";
import { quotedStretches } from "../quoted-stretches";
import { rareOf, sharedTerms, type Frequencies } from "./rare-terms";
import { daysOfOneNews, isWithinDays, publicationOrder } from "./publication-order";
import { longestOf, sharedRuns } from "./shared-runs";
import { sameLanguage, type TextFacts } from "./text-facts";
import { wordsOf, type TextWords } from "./text-words";

/** Two articles that lean on one thing, without one having taken from the other. The later one leads to the earlier. */
export type SharedOrigin = {
  type: Extract<AttributionType, "same-owner" | "same-press-release" | "same-dataset" | "same-interview">;
  fromId: string;
  toId: string;
  rule: string;
  words: string;
};

const release =
  /\b(?:press release|news release|(?:said|says|wrote|announced|added) in an? (?:\w+ ){0,2}statement|prepared statement|statement released)\b|прес-?реліз\p{L}*|пресс-?релиз\p{L}*/iu;
/** Looked for first, a word that stands in each of them takes a fraction of the time. */
const releaseWord = /release|statement|реліз|релиз/iu;
const interview =
  /\b(?:in an interview|told (?:the )?\p{Lu}\p{L}+|interview with)\b|(?:в|у) інтерв['’ʼ]ю|в интервью/u;
/** Words in a row inside quotation marks that two texts share: fewer may be said twice. */
const sharedQuoteWords = 8;

/** What two articles about one matter have in common besides their words: owner, press release, interview, dataset. */
export function compareOrigins(a: TextFacts, b: TextFacts, frequencies: Frequencies): SharedOrigin[] {
  const isA = publicationOrder(a.publishedAt, b.publishedAt) !== "first";
  const [from, to] = isA ? [a, b] : [b, a];
  if (!isOneMatter(from, to, frequencies)) return [];
  const edge = { fromId: from.id, toId: to.id };
  const found: SharedOrigin[] = [];
  if (from.owner !== null && from.owner === to.owner && from.outlet !== to.outlet)
    found.push({
      ...edge,
      type: "same-owner",
      rule: "one owner",
      words: `${from.outlet} and ${to.outlet} belong to ${from.owner}`,
    });
  const dataset = sharedThing(from, to);
  if (dataset) found.push({ ...edge, type: "same-dataset", rule: "same data", words: dataset });
  const kind = sameLanguage(from, to) ? kindOfStatement(from, to) : null;
  const words = kind && sharedQuotation(from, to);
  if (words !== null) found.push({ ...edge, ...kind!, words: `“${words}”` });
  return found;
}

/** At least two rare names or figures in common, and not known to be weeks apart. */
function isOneMatter(a: TextFacts, b: TextFacts, frequencies: Frequencies): boolean {
  return (
    isWithinDays(a.publishedAt, b.publishedAt, daysOfOneNews) &&
    sharedTerms(rareOf(a, frequencies), rareOf(b, frequencies)).length >= 2
  );
}

function sharedThing(a: TextFacts, b: TextFacts): string | null {
  const things = (facts: TextFacts) =>
    facts.credits.flatMap(({ origin }) =>
      origin && (origin.kind === "dataset" || origin.kind === "record") && origin.name.includes(" ")
        ? [origin.name]
        : [],
    );
  const theirs = new Set(things(b).map((name) => name.toLowerCase()));
  if (theirs.size === 0) return null;
  return things(a).find((name) => theirs.has(name.toLowerCase())) ?? null;
}

const speaksOfRelease = ofTextsAtHand((text) => releaseWord.test(text) && release.test(text));
const speaksOfInterview = ofTextsAtHand((text) => interview.test(text));

function kindOfStatement(a: TextFacts, b: TextFacts): Pick<SharedOrigin, "type" | "rule"> | null {
  const both = (speaks: (text: string) => boolean) => speaks(a.text) && speaks(b.text);
  if (both(speaksOfRelease)) return { type: "same-press-release", rule: "same statement" };
  if (both(speaksOfInterview)) return { type: "same-interview", rule: "same interview" };
  return null;
}

/** What stands between a text's quotation marks, and its words. */
const quotationsOf = ofTextsAtHand((text): { quoted: string; words: TextWords } => {
  const quoted = quotedStretches(text)
    .map(([start, end]) => text.slice(start, end))
    .join(" ¶ ");
  return { quoted, words: wordsOf(quoted, false) };
});

/** The longest run of words that both texts have between quotation marks. */
function sharedQuotation(a: TextFacts, b: TextFacts): string | null {
  const [mine, theirs] = [quotationsOf(a.text), quotationsOf(b.text)];
  const longest = longestOf(sharedRuns(mine.words, theirs.words));
  if (!longest || longest.to - longest.from < sharedQuoteWords) return null;
  return mine.quoted
    .slice(mine.words.starts[longest.from], mine.words.ends[longest.to - 1])
    .replace(/\s+/gu, " ")
    .slice(0, 300);
}
