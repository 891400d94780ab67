import type { EvidenceDto } from "@/lib/claims/dto";
import { quoteStart } from "@/components/disagreements/quote-label";

/** Evidence as the draft is checked against it: `words` are the quote, or what a picture shows; `sentence` is the quote's own. */
export type CitedEvidence = { id: string; source: string | null; words: string; sentence: string | null };

/** What the page needs of the claim's evidence, in the order of its numbers: all of what is cited, of the rest how it begins. */
export function citedEvidence(
  evidence: readonly EvidenceDto[],
  citedIds: ReadonlySet<string>,
): CitedEvidence[] {
  return evidence.map(({ id, article, quote }) => {
    const words = "exact" in quote ? quote.exact : quote.description;
    const isCited = citedIds.has(id);
    return {
      id,
      source: article.outlet ?? article.title,
      words: isCited ? words : quoteStart(words),
      sentence: isCited && "exact" in quote ? quote.sentence : null,
    };
  });
}
