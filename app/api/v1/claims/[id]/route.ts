import { otherMethods } from "@/lib/core/other-methods.server";
import { editClaim } from "@/lib/claims/commands/edit-claim";
import { getClaim } from "@/lib/claims/queries";
import { editClaimSchema } from "@/lib/claims/schema";
import { mutationRoute, readRoute } from "@/lib/core/api-route.server";
import { noQuery, orNotFound } from "@/lib/core/api-shapes";

export const GET = readRoute({
  action: "desk.read",
  query: noQuery,
  load: async ({ viewer, params, now }) => orNotFound("claim", await getClaim(viewer, params.id!, now)),
});

export const PATCH = mutationRoute({
  action: "claim.write",
  body: editClaimSchema,
  command: ({ viewer, params, input, now }) => editClaim(viewer, params.id!, input, now),
  present: ({ claimId }, { viewer, now }) => getClaim(viewer, claimId, now),
});

export const { POST, PUT, DELETE } = otherMethods("GET", "PATCH");
