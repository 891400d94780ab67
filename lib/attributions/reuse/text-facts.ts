import { impersonalCues, speaksFor } from "../attribution-cues";
import { sentenceSpans } from "../../quotes/sentences";
import { sourceSpans } from "../source-spans";
import { isSpeaking } from "../speakers";
import type { SuggestedAttribution } from "../suggest-attributions";
import { commonNamesOf, rareTermsOf, type Term } from "./rare-terms";
import { shinglesOf, wordsOf, type Word } from "./shingles";

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
  words: readonly Word[];
  shingles: ReadonlySet<number>;
  terms: readonly Term[];
  commonNames: ReadonlySet<string>;
};

/** What comparing needs of a text, once for all its comparisons. Quotations are not the article's own words and left out. */
export function textFacts(article: ComparedArticle): TextFacts {
  const words = wordsOf(article.text, true);
  return {
    ...article,
    words,
    shingles: new Set(shinglesOf(words)),
    terms: rareTermsOf(article.text),
    commonNames: commonNamesOf(article.text),
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
    (!/[\u0400-\u04ff]/u.test(sentence) && sourceSpans(sentence).some((span) => isSpeaking(sentence, span)));
  return holding.filter(isCredited).length / holding.length;
}
