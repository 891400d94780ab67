import { oembedPath, recordPath, verdictPath } from "@/components/reader/reader-paths";
import { RetractedPage } from "@/components/reader/retracted-page";
import { VerdictPage, type VerdictPageProps } from "@/components/reader/verdict-page";
import { jsonLdScript } from "@/lib/publications/claim-review";
import { currentClaimReview } from "@/lib/publications/claim-review-feed";
import type { PublicVerdict } from "@/lib/publications/public-records.server";
import type { PublicSite } from "@/lib/publications/public-site.server";
import type { PublicationRecord, RetractionRecord, SignedRecord } from "@/lib/publications/record";
import { verdictVersions } from "@/lib/publications/verdict-versions";
import { cardImage } from "./card-answers";
import type { KeptAnswer } from "./kept-answers";
import { pageAnswer } from "./render-reader";

const noIndex = { "X-Robots-Tag": "noindex" };

/** Names everything a page of this verdict is made of: versions are chained, so the last hash stands for all. */
function contentOf(verdict: PublicVerdict, what: string): string {
  const notices = verdict.notices.map(({ sha256 }) => sha256).join(" ");
  return `${what} ${verdict.slug} ${verdict.versions.at(-1)?.sha256 ?? ""} ${notices}`;
}

function links(pub: PublicSite, record: { slug: string; version: number }, hasOembed: boolean): string {
  const address = pub.site.url + verdictPath(record.slug);
  return [
    `<${address}>; rel="canonical"`,
    `<${pub.site.url}${recordPath(record.slug, record.version)}>; rel="alternate"; type="application/json"`,
    ...(hasOembed
      ? [`<${pub.site.url}${oembedPath(address)}>; rel="alternate"; type="application/json+oembed"`]
      : []),
  ].join(", ");
}

function markupOf(pub: PublicSite, verdict: PublicVerdict): string | null {
  const review = currentClaimReview(verdict.versions, pub.site.url);
  return review && jsonLdScript(review);
}

async function drawn(
  pub: PublicSite,
  verdict: PublicVerdict,
  signed: SignedRecord<PublicationRecord>,
  beside: Pick<VerdictPageProps, "notices" | "current" | "jsonLd">,
) {
  return (
    <VerdictPage
      site={pub.site}
      signed={signed}
      image={await cardImage(pub, verdict, signed)}
      ratings={pub.ratings}
      versions={verdictVersions(verdict.versions)}
      {...beside}
    />
  );
}

/** The verdict that holds, at its own address: the only page with markup for machines. */
export function currentAnswer(
  pub: PublicSite,
  verdict: PublicVerdict,
  signed: SignedRecord<PublicationRecord>,
): Promise<KeptAnswer> {
  const notices = verdict.notices.map((notice) => notice.record);
  const page = () => drawn(pub, verdict, signed, { notices, current: null, jsonLd: markupOf(pub, verdict) });
  const { record } = signed;
  const headers = { "Content-Language": record.language, Link: links(pub, record, true) };
  return pageAnswer(pub, contentOf(verdict, "current"), page, { headers });
}

/**
 * One version at its own address: older ones under a banner. Never indexed, and without markup, because the same
 * review may stand at one address only.
 */
export function versionAnswer(
  pub: PublicSite,
  verdict: PublicVerdict,
  signed: SignedRecord<PublicationRecord>,
): Promise<KeptAnswer> {
  const { record } = signed;
  const latest = verdict.versions.at(-1)?.record ?? record;
  const isCurrent = latest.version === record.version;
  const notices = isCurrent ? verdict.notices.map((notice) => notice.record) : [];
  const page = () => drawn(pub, verdict, signed, { notices, current: isCurrent ? null : latest });
  const headers = {
    ...noIndex,
    "Content-Language": record.language,
    ...(isCurrent ? { Link: links(pub, record, false) } : {}),
  };
  return pageAnswer(pub, contentOf(verdict, `version ${record.version}`), page, { headers });
}

/** What stands at a retracted verdict's address (410), and at the retraction's own number (200). */
export function retractedAnswer(
  pub: PublicSite,
  verdict: PublicVerdict,
  signed: SignedRecord<RetractionRecord>,
  status: 200 | 410,
): Promise<KeptAnswer> {
  const { record } = signed;
  const page = () => (
    <RetractedPage site={pub.site} signed={signed} versions={verdictVersions(verdict.versions)} />
  );
  const headers = { ...noIndex, "Content-Language": record.language, Link: links(pub, record, false) };
  return pageAnswer(pub, contentOf(verdict, "retraction"), page, { status, headers });
}
