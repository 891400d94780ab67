import type { ClaimDto } from "@/lib/claims/dto";
import { places } from "@/components/layout/places";
import { RatingTag } from "@/components/verdicts/rating-tag";
import type { SignedFinding } from "@/lib/publications/signed-finding";
import type { Rating } from "@/lib/settings/ratings";
import { NewsroomBundles } from "./newsroom-bundles";

type Props = {
  claim: ClaimDto;
  ratings: readonly Rating[];
  /** Of the signed record, while a correction is open: the draft is then not what readers have. */
  signed?: SignedFinding | null;
};

/** What readers have of this claim now: version, rating and finding, and the way to their page. */
export function PublishedFinding({ claim, ratings, signed = null }: Props) {
  if (!claim.publication) return null;
  const { slug, version } = claim.publication;
  // Who retracted it and why has a box of its own.
  if (claim.state === "retracted") return <NewsroomBundles claimId={claim.id} version={version} />;
  const draft = claim.state === "published" && !("hidden" in claim.verdict) ? claim.verdict : null;
  const rating = signed?.rating.code ?? draft?.rating;
  const finding = signed?.finding ?? draft?.finding;
  return (
    <div className="mt-3 rounded-md border border-rule-strong px-3 py-2">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <strong className="font-semibold">Version {version} published</strong>
        {rating ? <RatingTag code={rating} ratings={ratings} /> : null}
        <a href={places.publication(slug)} className="ml-auto text-sm max-tabs:ml-0">
          As readers see it
        </a>
      </p>
      {finding ? <p className="mt-1 font-serif text-md">{finding}</p> : null}
      <NewsroomBundles claimId={claim.id} version={version} />
    </div>
  );
}
