import { oembedPath, recordPath, verdictPath } from "@/components/reader/reader-paths";
import { RetractedPage } from "@/components/reader/retracted-page";
import { VerdictPage, type VerdictPageProps } from "@/components/reader/verdict-page";
import { WithheldPage } from "@/components/reader/withheld-page";
import { jsonLdScript } from "@/lib/publications/claim-review";
import { currentClaimReview } from "@/lib/publications/claim-review-feed";
import type { PublicVerdict } from "@/lib/publications/public-records.server";
import type { PublicSite } from "@/lib/publications/public-site.server";
import type {
  PublicationRecord,
  PublicVersion,
  RetractionRecord,
  SignedRecord,
  WithheldRecord,
} from "@/lib/publications/record";
import { isPublication, isRetraction, verdictVersions } from "@/lib/publications/verdict-versions";
import { isWithheld, kindOf } from "@/lib/publications/withheld";
import { cardImage } from "./card-answers";
import type { KeptAnswer } from "./kept-answers";
import { pageAnswer } from "./render-reader";

const noIndex = { "X-Robots-Tag": "noindex" };

/**
 * Names everything a page of this verdict is made of: versions are chained, so the last hash stands for all, with which
 * of them are withheld.
 */
function contentOf(verdict: PublicVerdict, what: string): string {
  const notices = verdict.notices.map(({ sha256 }) => sha256).join(" ");
  const withheld = verdict.versions.flatMap(({ record }) =>
    record.kind === "withheld" ? `${record.version}:${record.reasonClass}` : [],
  );
  const last = verdict.versions.at(-1)?.sha256 ?? "";
  return `${what} ${verdict.slug} ${last} ${withheld.join(",")} ${notices}`;
}

/** What stands at an address now, as older versions name it. */
function currentOf({ record }: PublicVersion) {
  return { version: record.version, kind: kindOf(record), publishedAt: record.publishedAt };
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
function currentAnswer(
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
function versionAnswer(
  pub: PublicSite,
  verdict: PublicVerdict,
  signed: SignedRecord<PublicationRecord>,
): Promise<KeptAnswer> {
  const { record } = signed;
  const latest = verdict.versions.at(-1) ?? signed;
  const isCurrent = latest.record.version === record.version;
  const notices = isCurrent ? verdict.notices.map((notice) => notice.record) : [];
  const page = () => drawn(pub, verdict, signed, { notices, current: isCurrent ? null : currentOf(latest) });
  const headers = {
    ...noIndex,
    "Content-Language": record.language,
    ...(isCurrent ? { Link: links(pub, record, false) } : {}),
  };
  return pageAnswer(pub, contentOf(verdict, `version ${record.version}`), page, { headers });
}

/** What stands at a retracted verdict's address (410), and at the retraction's own number (200). */
function retractedAnswer(
  pub: PublicSite,
  verdict: PublicVerdict,
  signed: SignedRecord<RetractionRecord>,
  status: 200 | 410,
): Promise<KeptAnswer> {
  const { record } = signed;
  const withdrawn = verdict.versions.find(({ record }) => record.version === signed.record.previous.version);
  const page = () => (
    <RetractedPage
      site={pub.site}
      signed={signed}
      versions={verdictVersions(verdict.versions)}
      before={withdrawn && isPublication(withdrawn) ? withdrawn.record : null}
    />
  );
  const headers = { ...noIndex, "Content-Language": record.language, Link: links(pub, record, false) };
  return pageAnswer(pub, contentOf(verdict, "retraction"), page, { status, headers });
}

/** What stands where the text of a version is withheld (451): that there is one, its hash and date, why and since when. */
export function withheldAnswer(
  pub: PublicSite,
  verdict: PublicVerdict,
  signed: SignedRecord<WithheldRecord>,
): Promise<KeptAnswer> {
  const { record } = signed;
  const latest = verdict.versions.at(-1) ?? signed;
  const current = latest.record.version === record.version ? null : currentOf(latest);
  const versions = verdictVersions(verdict.versions);
  const page = () => <WithheldPage site={pub.site} signed={signed} versions={versions} current={current} />;
  // Kept shortly, so that a cache in front has it in the place of the text that it held.
  const headers = {
    ...noIndex,
    "Content-Language": record.language,
    "Cache-Control": "public, max-age=0, s-maxage=10, must-revalidate",
  };
  return pageAnswer(pub, contentOf(verdict, `withheld ${record.version}`), page, { status: 451, headers });
}

/** The page of one version as it is at its own number, or (`isAtSlug`) at the verdict's address; `null` without one. */
export function answerOf(
  pub: PublicSite,
  verdict: PublicVerdict,
  signed: PublicVersion | undefined,
  { isAtSlug }: { isAtSlug: boolean },
): Promise<KeptAnswer> | null {
  if (!signed) return null;
  if (isWithheld(signed)) return withheldAnswer(pub, verdict, signed);
  if (isPublication(signed))
    return isAtSlug ? currentAnswer(pub, verdict, signed) : versionAnswer(pub, verdict, signed);
  if (isRetraction(signed)) return retractedAnswer(pub, verdict, signed, isAtSlug ? 410 : 200);
  return null;
}
