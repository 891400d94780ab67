import { otherMethods } from "@/lib/core/other-methods.server";
import { mutationRoute } from "@/lib/core/api-route.server";
import { giveReview } from "@/lib/reviews/commands";
import { getOwnReview } from "@/lib/reviews/queries";
import { giveReviewSchema } from "@/lib/reviews/schema";

export const POST = mutationRoute({
  action: "review.give",
  body: giveReviewSchema,
  command: ({ viewer, params, input, now }) => giveReview(viewer, params.id!, input, now),
  present: ({ reviewId }) => getOwnReview(reviewId),
  status: 201,
});

export const { GET, PUT, PATCH, DELETE } = otherMethods("POST");
