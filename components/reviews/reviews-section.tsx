import type { ClaimDto } from "@/lib/claims/dto";
import { isOpenState, type ClaimState } from "@/lib/claims/vocabulary";
import { acceptsReviews } from "@/lib/claims/workflow";
import type { Rating } from "@/lib/settings/ratings";
import type { FormAction } from "@/components/ui/form-state";
import { Section } from "@/components/ui/section";
import { Reconciliation } from "./reconciliation";
import { ReviewForm } from "./review-form";
import { ReviewKey } from "./review-key";
import { ReviewList } from "./review-list";

type Props = {
  claim: ClaimDto;
  ratings: readonly Rating[];
  viewer: { id: string };
  /** Left out when the viewer may not review now. */
  review?: FormAction;
  /** That the viewer's earlier review still holds: claimId, basisHash. */
  reaffirm?: FormAction;
  /** How reviews that differ were settled: claimId, version, rating, reconciliation. */
  reconcile?: FormAction;
  now?: string;
};

const isBeforeReviews = (state: ClaimState) => state === "new" || state === "researching";

/** Others' reviews once the viewer has given theirs, and the form to give it. */
export function ReviewsSection(props: Props) {
  const { claim, ratings, viewer, review, reaffirm, reconcile, now } = props;
  const { reviews } = claim;
  const mine = "hidden" in reviews ? null : (reviews.find((item) => item.reviewer.id === viewer.id) ?? null);
  return (
    <Section id="reviews" title="Reviews" aside={claim.reviewCount || undefined}>
      {"hidden" in reviews ? (
        <p data-why className="rounded-md border border-dashed border-rule-strong px-3 py-2 text-ink-2">
          {hiddenWords(claim.reviewCount, claim.state)}
        </p>
      ) : reviews.length === 0 ? (
        <p data-why className="text-sm text-ink-3">
          {isOpenState(claim.state) ? "Nobody has reviewed yet." : "Nobody reviewed it."}
          {isBeforeReviews(claim.state) ? " Reviews open once it is submitted for them." : null}
        </p>
      ) : (
        <>
          <ReviewList claim={claim} reviews={reviews} ratings={ratings} now={now} />
          <Reconciliation claim={claim} reviews={reviews} ratings={ratings} settle={reconcile} />
        </>
      )}
      {"hidden" in claim.comments || !acceptsReviews(claim.state) || claim.reviewCount > 1 ? null : (
        <p className="mt-1 text-sm text-ink-3">
          To ask a colleague for one, name them with an @ in <a href="#comments">a comment</a>: they are told
          without its words.
        </p>
      )}
      <div id="review" className="scroll-mt-16">
        {review && claim.evidence.length === 0 ? (
          <p className="mt-2 text-sm text-ink-3">There is no evidence yet to rely on.</p>
        ) : null}
        {review ? (
          <ReviewForm claim={claim} ratings={ratings} action={review} reaffirm={reaffirm} mine={mine} />
        ) : null}
        {review ? <ReviewKey /> : null}
      </div>
    </Section>
  );
}

function hiddenWords(count: number, state: ClaimState): string {
  if (state === "declined") {
    if (count === 0) return "Nobody reviewed it.";
    return `${count === 1 ? "One person" : `${count} people`} reviewed it. Whoever gave no review does not see what they found.`;
  }
  if (count === 0) return "Nobody has reviewed yet. You see others' reviews once you have given yours.";
  const people = count === 1 ? "One person has" : `${count} people have`;
  return `${people} reviewed. You see it once you have given yours.`;
}
