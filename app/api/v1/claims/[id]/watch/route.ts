import { otherMethods } from "@/lib/core/other-methods.server";
import { getClaim } from "@/lib/claims/queries";
import { watchClaim } from "@/lib/claims/commands/watch-claim";
import { watchClaimSchema } from "@/lib/claims/work-schema";
import { mutationRoute } from "@/lib/core/api-route.server";

export const PUT = mutationRoute({
  action: "own.account",
  body: watchClaimSchema,
  command: ({ viewer, params, input, now }) => watchClaim(viewer, params.id!, input, now),
  present: async ({ claimId }, { viewer, input, now }) => ({
    ...(await getClaim(viewer, claimId, now)),
    watch: input.state === "usual" ? null : input.state,
  }),
});

export const { GET, POST, PATCH, DELETE } = otherMethods("PUT");
