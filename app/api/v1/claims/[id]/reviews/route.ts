import { otherMethods } from "@/lib/core/other-methods.server";
import { getClaim } from "@/lib/claims/queries";
import { mutationRoute } from "@/lib/core/api-route.server";
import { giveReview } from "@/lib/reviews/commands";
import { giveReviewSchema } from "@/lib/reviews/schema";

export const POST = mutationRoute({
  action: "review.give",
  body: giveReviewSchema,
  command: ({ viewer, params, input, now }) => giveReview(viewer, params.id!, input, now),
  present: async ({ reviewId, claimId }, { viewer, now }) => {
    const claim = await getClaim(viewer, claimId, now);
    return Array.isArray(claim?.reviews) ? claim.reviews.find(({ id }) => id === reviewId) : { id: reviewId };
  },
  status: 201,
});

export const { GET, PUT, PATCH, DELETE } = otherMethods("POST");
