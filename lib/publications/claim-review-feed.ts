import { claimReviewJsonLd } from "./claim-review";
import type { PublicVersion } from "./record";
import { isPublication } from "./verdict-versions";

/** The site a feed belongs to; `url` is absolute, without a slash at the end. */
export type FeedSite = { name: string; url: string };

/** The ClaimReview of a verdict that holds, from all its records, oldest first; `null` when none holds. */
export function currentClaimReview(versions: readonly PublicVersion[], siteUrl: string): object | null {
  const [first, current] = [versions[0], versions.at(-1)];
  if (!first || !current || !isPublication(current)) return null;
  const { slug, publisher, rating } = current.record;
  return claimReviewJsonLd(current, {
    url: `${siteUrl}/verdicts/${slug}`,
    publisher,
    ratings: { best: rating.best, worst: rating.worst },
    firstPublishedAt: first.record.publishedAt,
  });
}

/**
 * Verdicts that hold as a schema.org DataFeed of ClaimReviews, the form that DataCommons' fact-check feed takes:
 * https://www.datacommons.org/factcheck/download. A retracted verdict leaves it.
 */
export function claimReviewFeed(verdicts: readonly (readonly PublicVersion[])[], site: FeedSite): object {
  const elements = verdicts.flatMap((versions) => {
    const review = currentClaimReview(versions, site.url);
    const [first, current] = [versions[0]?.record, versions.at(-1)?.record];
    if (!review || !first || !current) return [];
    const { "@context": _context, ...item } = review as Record<string, unknown>;
    return [
      {
        "@type": "DataFeedItem",
        dateCreated: first.publishedAt,
        dateModified: current.publishedAt,
        item: [item],
      },
    ];
  });
  const changes = elements.map(({ dateModified }) => dateModified).sort();
  return {
    "@context": "https://schema.org",
    "@type": "DataFeed",
    name: `${site.name}: claim reviews`,
    url: `${site.url}/feeds/claimreview.json`,
    ...(changes.length > 0 && { dateModified: changes.at(-1) }),
    dataFeedElement: elements,
  };
}
