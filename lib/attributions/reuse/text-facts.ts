import { once } from "../../core/once";
import { impersonalCues, speaksFor } from "../attribution-cues";
import { sentenceSpans } from "../../quotes/sentences";
import { sourceSpans } from "../source-spans";
import { isSpeaking, mayHoldSpeaker } from "../speakers";
import type { SuggestedAttribution } from "../suggest-attributions";
import { commonNamesOf, nameKey, rareTermsOf, type Term } from "./rare-terms";
import { ownShinglesOf } from "./shingles";
import { wordsOf, type TextWords } from "./text-words";

/** An article as far as the comparison of texts needs it. */
export type ComparedArticle = {
  id: string;
  text: string;
  /** ISO 639-1 (BCP 47 tags are cut); null when neither page nor text told it. */
  language: string | null;
  publishedAt: string | null;
  outlet: string | null;
  /** Who owns the outlet. */
  owner: string | null;
  /** What the article itself says about where it has it from. */
  credits: readonly SuggestedAttribution[];
};

export type TextFacts = ComparedArticle & {
  words: TextWords;
  wordCount: number;
  /** Hashes of all runs of five words, each once, by size. */
  shingles: Uint32Array;
  terms: readonly Term[];
  commonNames: ReadonlySet<string>;
};

/**
 * What comparing needs of a text, once for all its comparisons, each part when it is first asked for: of most texts that
 * are compared nobody asks who is credited, which takes longest. Quotations are not the article's own words and left out.
 */
export function textFacts(article: ComparedArticle): TextFacts {
  const { id, text, language, publishedAt, outlet, owner } = article;
  const words = once(() => wordsOf(text, true));
  const shingles = once(() => ownShinglesOf(text));
  const [terms, commonNames] = [once(() => rareTermsOf(text)), once(() => commonNamesOf(text))];
  return {
    ...{ id, text, language, publishedAt, outlet, owner },
    get words() {
      return words();
    },
    get wordCount() {
      return shingles().words;
    },
    get shingles() {
      return shingles().hashes;
    },
    get credits() {
      return article.credits;
    },
    get terms() {
      return terms();
    },
    get commonNames() {
      return commonNames();
    },
  };
}

/** Whether two texts are known to be in one language: only then can one repeat the other's words. */
export function sameLanguage(
  a: Pick<ComparedArticle, "language">,
  b: Pick<ComparedArticle, "language">,
): boolean {
  const base = (language: string | null) => language?.toLowerCase().split("-")[0] ?? null;
  return base(a.language) !== null && base(a.language) === base(b.language);
}

/** Languages in which this program can tell whether a sentence names its source. */
export function canReadSources(language: string | null): boolean {
  return /^(?:en|uk|ru)(?:-|$)/u.test(language ?? "");
}

/** Words such as "it was revealed" that stand where a source would; null when there are none. */
export function impersonalWords({
  text,
  language,
}: Pick<ComparedArticle, "text" | "language">): string | null {
  for (const row of impersonalCues) {
    if (!speaksFor(row, language)) continue;
    const found = text.match(row.pattern);
    if (found) return found[0];
  }
  return null;
}

/**
 * Share of the sentences holding one of the words that say who says so. Impersonal sources ("reports show") name nobody.
 * Sentences without any of the words do not count; 0 when none holds one.
 */
export function creditedShare(
  article: Pick<ComparedArticle, "text" | "credits">,
  words: readonly string[],
): number {
  const spans = sentenceSpans(article.text).map(({ start, end }) => article.text.slice(start, end));
  const holding = spans.filter((sentence) => words.some((word) => sentence.includes(word)));
  if (holding.length === 0) return 0;
  const fired = article.credits.filter(({ place }) => place === "text").map(({ quote }) => quote.exact);
  const isCredited = (sentence: string) =>
    fired.some((cue) => sentence.includes(cue)) ||
    (!/[\u0400-\u04ff]/u.test(sentence) &&
      sourceSpans(sentence, mayHoldSpeaker).some((span) => isSpeaking(sentence, span)));
  return holding.filter(isCredited).length / holding.length;
}

/** Rules by which an article shows that it has something from one place alone: another outlet, or what only it was shown. */
const exclusive =
  /^(?:material seen by X|seen by X|told X|according to X|first reported by X|X reported|own reporting)$/u;

/**
 * Those of the terms that stand where the article says that it has them from one place alone: in the sentence that says
 * so, or beside it in the paragraph. Outlets' own names do not count.
 */
export function exclusiveTerms(article: TextFacts, terms: readonly Term[]): Term[] {
  const cues = article.credits.filter(({ rule, place }) => place === "text" && exclusive.test(rule));
  const spans = sentenceSpans(article.text);
  const all = spans.map(({ start, end }) => article.text.slice(start, end));
  const isTold = all.map((sentence) => cues.some(({ quote }) => sentence.includes(quote.exact)));
  const isOneParagraph = (at: number): boolean => {
    const [one, next] = [spans[at], spans[at + 1]];
    return one !== undefined && next !== undefined && !article.text.slice(one.end, next.start).includes("\n");
  };
  const near = all.filter(
    (_, at) =>
      isTold[at] || (isTold[at + 1] && isOneParagraph(at)) || (isTold[at - 1] && isOneParagraph(at - 1)),
  );
  const outlets = [article.outlet, ...article.credits.map(({ relay }) => relay?.outlet ?? null)];
  const plain = near.map((sentence) =>
    outlets.reduce<string>((text, name) => (name ? text.replaceAll(name, " ") : text), sentence),
  );
  const keys = new Set(plain.flatMap((sentence) => sentence.split(/[^\p{L}\p{N}'’]+/u).map(nameKey)));
  const figures = new Set(plain.flatMap(rareTermsOf).map(({ key }) => key));
  return terms.filter(({ key, kind }) => (kind === "figure" ? figures : keys).has(key));
}
