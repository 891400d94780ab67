import type { AttributionType } from "../../claims/dossier";
import { percent } from "../../core/percent";
import { sameOutlet } from "../known-outlets";
import { rareOf, sharedTerms, type Frequencies, type Term } from "./rare-terms";
import { daysOfOneNews, isWithinDays, orderUnknown, publicationOrder } from "./publication-order";
import { longestOf, sharedRuns, type SharedRun } from "./shared-runs";
import { overlapOf, shingleLength } from "./shingles";
import {
  canReadSources,
  creditedShare,
  exclusiveTerms,
  impersonalWords,
  sameLanguage,
  type TextFacts,
} from "./text-facts";

/** What comparing two texts suggests: an edge from the one that took to the one it took from, with its visible reason. */
export type ReuseFinding = {
  type: Extract<AttributionType, "republishes" | "uncredited-rewrite">;
  fromId: string;
  toId: string;
  rule: string;
  /** Read when it is asked for: of many copies most are not suggested. */
  readonly words: string;
};

/** From this share of its own words an article repeats another; below it, it has rewritten it at most. */
const copyShare = 0.5;
/** Runs of so many words, this share of the text at least, show a light rewrite. Two reports share no such runs by chance. */
const runWords = 8;
const rewriteShare = 0.1;
const leastRuns = 2;
/** Shorter texts hold too little to tell a copy from a coincidence. */
const leastWords = 30;

/**
 * Compares the words and facts of two articles, and says which may have taken from which. Null when nothing speaks for
 * it, when they are in different languages or an unknown one (a translation is never text reuse), or are weeks apart.
 */
export function compareTexts(a: TextFacts, b: TextFacts, frequencies: Frequencies): ReuseFinding | null {
  if (!sameLanguage(a, b) || Math.min(a.wordCount, b.wordCount) < leastWords) return null;
  const overlap = overlapOf(a.shingles, b.shingles);
  if (Math.max(overlap.ofFirst, overlap.ofSecond) >= copyShare) return copyOf(a, b);
  if (!isWithinDays(a.publishedAt, b.publishedAt, daysOfOneNews)) return null;
  return rewriteOf(a, b, frequencies, overlap.shared) ?? rewriteOf(b, a, frequencies, overlap.shared);
}

function copyOf(a: TextFacts, b: TextFacts): ReuseFinding {
  const order = publicationOrder(a.publishedAt, b.publishedAt);
  const isFromA = order === "unknown" ? creditsOutlet(a, b) || !creditsOutlet(b, a) : order === "second";
  const [from, to] = isFromA ? [a, b] : [b, a];
  return {
    type: "republishes",
    fromId: from.id,
    toId: to.id,
    rule: "same words",
    get words() {
      const { ofFirst, ofSecond } = overlapOf(from.shingles, to.shingles);
      const share =
        ofFirst >= copyShare
          ? `${percent(ofFirst)} of its words also stand in the other article`
          : `${percent(ofSecond)} of the other article's words also stand in it`;
      return `${share}${orderWords(order)}: “${wordsOfLongest(from, sharedRuns(from.words, to.words))}”`;
    },
  };
}

/** Whether `from` may be a rewrite of `to`: shared runs of words, or shared rare names and figures, and no credit. */
function rewriteOf(
  from: TextFacts,
  to: TextFacts,
  frequencies: Frequencies,
  sharedShingles: number,
): ReuseFinding | null {
  const order = publicationOrder(from.publishedAt, to.publishedAt);
  if (order === "first") return null;
  const edge = { type: "uncredited-rewrite", fromId: from.id, toId: to.id } as const;
  const facts = sharedFacts(from, to, frequencies);
  const runs =
    facts.shared.length > 0 && mayShareSentences(from, sharedShingles)
      ? sharedRuns(from.words, to.words).filter((run) => run.to - run.from >= runWords)
      : [];
  const share = runs.reduce((sum, run) => sum + run.to - run.from, 0) / from.wordCount;
  const sharesSentences = runs.length >= leastRuns && share >= rewriteShare;
  // Who is credited takes longest to read, and is asked of what could be a rewrite by its words or facts.
  if (!sharesSentences && !areEnough(facts)) return null;
  if (creditsAnyOutlet(from) || isOwnReport(from)) return null;
  if (sharesSentences) {
    const words = `${percent(share)} of its words stand in the other in runs of ${runWords} or more${orderWords(order)}: “${wordsOfLongest(from, runs)}”`;
    return { ...edge, rule: "shared sentences", words };
  }
  return repeatsFacts(from, to, facts)
    ? { ...edge, rule: "shared rare names and figures", words: factWords(from, facts) + orderWords(order) }
    : null;
}

/**
 * Whether long runs can be as much of a text as a rewrite has, by how many different shingles it shares. In a run of eight
 * words or more begin half as many shingles at least; those that the text repeats may all be in it.
 */
function mayShareSentences({ wordCount, shingles }: TextFacts, sharedShingles: number): boolean {
  const repeated = Math.max(0, wordCount - shingleLength + 1) - shingles.length;
  return 2 * (sharedShingles + repeated) >= rewriteShare * wordCount;
}

type Facts = { shared: Term[]; names: number; share: number };

function sharedFacts(from: TextFacts, to: TextFacts, frequencies: Frequencies): Facts {
  const mine = rareOf(from, frequencies);
  const shared = sharedTerms(mine, rareOf(to, frequencies));
  const isShared = new Set(shared);
  const certain = mine.filter((term) => !term.isDoubtful || isShared.has(term));
  const distinct = new Set(certain.map(({ words }) => words)).size;
  const names = shared.filter(({ kind }) => kind === "name").length;
  return { shared, names, share: distinct === 0 ? 0 : shared.length / distinct };
}

/** So many rare names and figures in common that one report may be behind both. */
const areEnough = ({ shared, names }: Facts) => names >= 2 || (names >= 1 && shared.length >= 3);

/** Sentences about the shared facts that name a source, at most, in a text that hides where it has them from. */
const mostCredited = 0.34;
/** Share of a text's rare names and figures that the other holds too, from which most of it can be from there. */
const mostOfItsFacts = 0.6;
const supportingNames = 3;
/** Share of the common facts that the other has from one place alone: what everybody at the scene knows is not hidden. */
const leastAlone = 0.2;

/**
 * A text without shared sentences is taken for a rewrite only when it names hardly anybody for what the other credits to
 * one place alone (data it saw, somebody who told it, another outlet). Then most of its own rare facts must be in the
 * other, or words such as "it was revealed" stand where a source would. Two reports of one event ask people of their own,
 * or tell what anybody there could see.
 */
function repeatsFacts(from: TextFacts, to: TextFacts, { shared, share }: Facts): boolean {
  if (!canReadSources(from.language) || ownSpeakers(from, to).length > 0) return false;
  const credited = creditedShare(
    from,
    shared.map(({ words }) => words),
  );
  if (credited > mostCredited) return false;
  const alone = exclusiveTerms(to, shared).length;
  if (alone < 2 || alone < leastAlone * shared.length) return false;
  if (impersonalWords(from) !== null) return true;
  return share >= mostOfItsFacts && (shared.length >= 3 || commonTo(from, to) >= supportingNames);
}

function commonTo(a: TextFacts, b: TextFacts): number {
  return [...a.commonNames].filter((name) => b.commonNames.has(name)).length;
}

const creditsAnyOutlet = ({ credits }: TextFacts) => credits.some(({ relay }) => relay !== null);

const isOwnReport = ({ credits }: TextFacts) => credits.some(({ type }) => type === "own-reporting");

const creditsOutlet = (from: TextFacts, to: TextFacts) =>
  from.credits.some(({ relay }) => relay !== null && sameOutlet(relay.outlet, to.outlet));

/** Named ones whom only this article quotes, but for bodies: somebody spoke to it, so it has not all from the other. */
function ownSpeakers(from: TextFacts, to: TextFacts): string[] {
  return from.credits.flatMap(({ origin }) => {
    if (origin?.kind !== "person" && !(origin?.kind === "other" && origin.naming === "named")) return [];
    const last = origin.name.split(" ").at(-1)!;
    return to.text.includes(last) ? [] : [origin.name];
  });
}

function factWords(from: TextFacts, { shared }: Facts): string {
  const list = (kind: Term["kind"]) => shared.filter((term) => term.kind === kind).map(({ words }) => words);
  const hidden = impersonalWords(from);
  const figures = list("figure").length > 0 ? ` and the figures ${list("figure").join(", ")}` : "";
  return [
    `shares the names ${list("name").join(", ")}${figures}`,
    hidden === null ? "names no source for them" : `says only “${hidden}” for them`,
  ].join("; ");
}

function wordsOfLongest({ text, words }: TextFacts, runs: readonly SharedRun[]): string {
  const longest = longestOf(runs);
  if (!longest) return "";
  const last = Math.min(longest.to, longest.from + 40) - 1;
  return text.slice(words.starts[longest.from], words.ends[last]).replace(/\s+/gu, " ");
}

const orderWords = (order: string) => (order === "unknown" ? ` ${orderUnknown}` : "");
