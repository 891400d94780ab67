import type { ClaimDto, ReviewDto } from "@/lib/claims/dto";
import type { Rating } from "@/lib/settings/ratings";
import { agreement } from "@/lib/reviews/agreement";
import { markWords } from "@/lib/claims/vocabulary-words";
import { LongText } from "@/components/ui/long-text";
import { RatingTag } from "@/components/verdicts/rating-tag";
import { TimeAgo } from "@/components/ui/time-ago";

type Props = { claim: ClaimDto; reviews: ReviewDto[]; ratings: readonly Rating[]; now?: string };

/** What each person found, and what they relied on; side by side where they differ. */
export function ReviewList({ claim, reviews, ratings, now }: Props) {
  const numbers = new Map(claim.evidence.map((item, index) => [item.id, index + 1]));
  return (
    <ul className={agreement(reviews).agrees ? undefined : "grid gap-x-4 tabs:grid-cols-2"}>
      {reviews.map((review) => (
        <li key={review.id} className="min-w-0 border-t py-2.5 [overflow-wrap:anywhere]">
          <p>
            <strong className="font-semibold">{review.reviewer.name}</strong>: {markWords[review.mark]}
            {review.rating ? (
              <>
                {", proposes "}
                <RatingTag code={review.rating} ratings={ratings} />
              </>
            ) : null}
          </p>
          <LongText text={review.rationale} className="mt-0.5 whitespace-pre-wrap">
            {review.rationale}
          </LongText>
          <p className="mt-0.5 text-sm text-ink-3">
            <TimeAgo at={review.givenAt} now={now} />
            {review.blind ? " · before seeing other reviews" : " · having seen other reviews"}
            {reliedOn(review, numbers)}
            {review.outdated ? (
              <span className="text-warn"> · outdated: the claim or its evidence changed</span>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );
}

function reliedOn(review: ReviewDto, numbers: Map<string, number>): string {
  const list = review.evidenceIds.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b);
  return list.length === 0 ? "" : ` · relied on evidence ${list.join(", ")}`;
}
