import type { ClaimDto } from "@/lib/claims/dto";
import { places } from "@/components/layout/places";
import { RatingTag } from "@/components/verdicts/rating-tag";
import type { Rating } from "@/lib/settings/ratings";
import { NewsroomBundles } from "./newsroom-bundles";

/** What readers have of this claim now: version, rating and finding, and the way to their page. */
export function PublishedFinding({ claim, ratings }: { claim: ClaimDto; ratings: readonly Rating[] }) {
  if (!claim.publication) return null;
  const { slug, version } = claim.publication;
  // Who retracted it and why has a box of its own.
  if (claim.state === "retracted") return <NewsroomBundles claimId={claim.id} version={version} />;
  // While a correction is open the draft is not what readers have.
  const signed = claim.state === "published" && !("hidden" in claim.verdict) ? claim.verdict : null;
  return (
    <div className="mt-3 rounded-md border border-rule-strong px-3 py-2">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <strong className="font-semibold">Version {version} published</strong>
        {signed?.rating ? <RatingTag code={signed.rating} ratings={ratings} /> : null}
        <a href={places.publication(slug)} className="ml-auto text-sm max-tabs:ml-0">
          As readers see it
        </a>
      </p>
      {signed?.finding ? <p className="mt-1 font-serif text-md">{signed.finding}</p> : null}
      <NewsroomBundles claimId={claim.id} version={version} />
    </div>
  );
}
