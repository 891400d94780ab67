import { otherMethods } from "@/lib/core/other-methods.server";
import { createClaim } from "@/lib/claims/commands/create-claim";
import { listClaims } from "@/lib/claims/list-claims.server";
import { getClaim } from "@/lib/claims/queries";
import { createClaimSchema, listClaimsSchema } from "@/lib/claims/schema";
import { mutationRoute, readRoute } from "@/lib/core/api-route.server";
import { ok } from "@/lib/core/result";

export const POST = mutationRoute({
  action: "claim.write",
  body: createClaimSchema,
  command: ({ viewer, input, now }) => createClaim(viewer, input, now),
  present: ({ claimId }, { viewer, now }) => getClaim(viewer, claimId, now),
  status: 201,
});

export const GET = readRoute({
  action: "desk.read",
  query: listClaimsSchema,
  load: async ({ viewer, input, now }) => ok(await listClaims(viewer, input, now)),
});

export const { PUT, PATCH, DELETE } = otherMethods("GET", "POST");
