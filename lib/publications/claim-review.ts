import type { PublicationRecord, SignedRecord } from "./record";

export type ClaimReviewContext = {
  /** The canonical, absolute address of the verdict's page: the same that the page is fetched at. */
  url: string;
  publisher: { name: string; url: string };
  /** Ends of the newsroom's scale. */
  ratings: { best: number; worst: number };
  /** When version 1 was published; left out, this version's time counts. */
  firstPublishedAt?: string;
  /** What the claimant is, when a person said so; unknown is written as a `Thing`, never guessed. */
  claimantType?: "Person" | "Organization";
};

export type ClaimReviewWarning = { code: string; message: string };

/** A member of the claimed length that readers of the format still show whole. */
const maxClaimLength = 75;

/**
 * The schema.org ClaimReview of a published verdict, as plain JSON-LD: what is unknown is left out and never empty; a
 * rating off the truth axis has a name and no number. A retracted verdict carries no markup, so there is no form for
 * it. Throws when the address is not absolute http(s).
 * Sources: https://schema.org/ClaimReview; Google's "Fact check (ClaimReview) structured data".
 */
export function claimReviewJsonLd(
  signed: SignedRecord<PublicationRecord>,
  context: ClaimReviewContext,
): object {
  const { record } = signed;
  const url = webAddress(context.url);
  if (!url) throw new TypeError("A ClaimReview needs the absolute address of its page.");
  return withoutUnknown({
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "@id": url,
    url,
    claimReviewed: record.claim.text,
    author: withoutUnknown({
      "@type": "Organization",
      name: context.publisher.name,
      url: webAddress(context.publisher.url),
    }),
    datePublished: context.firstPublishedAt ?? record.publishedAt,
    dateModified: record.publishedAt,
    inLanguage: record.language,
    reviewRating: reviewRating(record, context.ratings),
    itemReviewed: itemReviewed(record, context),
    correction: record.correction?.reason,
  });
}

/**
 * What other readers of the format may do badly with: a claim too long to be shown whole, a claim that begins or ends
 * with a word of the scale, a scale or value out of bounds. `ratingWords` are the labels of the newsroom's scale.
 */
export function claimReviewWarnings(
  record: Pick<PublicationRecord, "rating"> & { claim: Pick<PublicationRecord["claim"], "text"> },
  ratingWords: readonly string[] = [record.rating.label],
): ClaimReviewWarning[] {
  const warnings: ClaimReviewWarning[] = [];
  const { text } = record.claim;
  const length = [...text].length;
  if (length > maxClaimLength) {
    warnings.push({
      code: "claim-long",
      message: `The claim has ${length} characters; after the first ${maxClaimLength} other sites may cut it off.`,
    });
  }
  const word = ratingWords.find((label) => label && standsAtAnEnd(text, label));
  if (word) {
    warnings.push({
      code: "claim-has-rating",
      message: `The claim begins or ends with the rating “${word}”, which other sites may take for the verdict.`,
    });
  }
  const { number, best, worst } = record.rating;
  if (worst < 1 || worst >= best || (number !== null && (number < worst || number > best))) {
    warnings.push({
      code: "rating-out-of-scale",
      message: `The rating ${number} does not lie in ${worst} to ${best}, so other sites may leave it out.`,
    });
  }
  return warnings;
}

/**
 * The text to stand inside `<script type="application/ld+json">`: JSON in which nothing can end the script, open a
 * comment or be read as markup (`<`, `>`, `&`), nor break a line of JavaScript (U+2028, U+2029).
 */
export function jsonLdScript(value: object): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function reviewRating(record: PublicationRecord, scale: ClaimReviewContext["ratings"]): object {
  const { label, number } = record.rating;
  const named = { "@type": "Rating", alternateName: label, ratingExplanation: record.finding };
  if (number === null) return named;
  return { ...named, ratingValue: number, bestRating: scale.best, worstRating: scale.worst };
}

function itemReviewed(record: PublicationRecord, context: ClaimReviewContext): object {
  const { claimant, saidAt, appearance } = record.claim;
  const address = webAddress(appearance?.url);
  return withoutUnknown({
    "@type": "Claim",
    author: claimant?.trim() ? { "@type": context.claimantType ?? "Thing", name: claimant } : undefined,
    datePublished: saidAt ?? appearance?.publishedAt,
    // Captures are not public: the original's own address, or nothing.
    appearance:
      appearance && address
        ? [
            withoutUnknown({
              "@type": "CreativeWork",
              url: address,
              headline: appearance.title,
              datePublished: appearance.publishedAt,
              inLanguage: appearance.language,
              publisher: appearance.outlet ? { "@type": "Organization", name: appearance.outlet } : undefined,
            }),
          ]
        : undefined,
  });
}

/** Members that are unknown or empty are left out: an empty author is read as an author without a name. */
function withoutUnknown(members: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value != null && value !== ""));
}

/** An absolute http(s) address as it was written; anything else (`javascript:`, a path) is none. */
function webAddress(text: string | null | undefined): string | undefined {
  if (!text || !URL.canParse(text)) return undefined;
  return /^https?:$/.test(new URL(text).protocol) ? text : undefined;
}

function standsAtAnEnd(text: string, label: string): boolean {
  const words = (value: string) => ` ${(value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ")} `;
  const [claim, rating] = [words(text), words(label)];
  return rating.trim() !== "" && (claim.startsWith(rating) || claim.endsWith(rating));
}
