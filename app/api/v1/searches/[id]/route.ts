import { otherMethods } from "@/lib/core/other-methods.server";
import { editSearch } from "@/lib/claims/commands/log-work";
import { getClaim } from "@/lib/claims/queries";
import { editSearchSchema } from "@/lib/claims/work-schema";
import { mutationRoute } from "@/lib/core/api-route.server";

export const PATCH = mutationRoute({
  action: "claim.write",
  body: editSearchSchema,
  command: ({ viewer, params, input, now }) => editSearch(viewer, params.id!, input, now),
  present: async ({ id, claimId }, { viewer, now }) =>
    (await getClaim(viewer, claimId, now))?.searches.find((row) => row.id === id),
});

export const { GET, POST, PUT, DELETE } = otherMethods("PATCH");
