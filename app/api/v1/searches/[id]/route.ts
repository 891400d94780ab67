import { otherMethods } from "@/lib/core/other-methods.server";
import { editSearch } from "@/lib/claims/commands/log-work";
import { withdrawSearch } from "@/lib/claims/commands/withdraw-search";
import { getClaim } from "@/lib/claims/queries";
import { editSearchSchema } from "@/lib/claims/work-schema";
import { mutationRoute } from "@/lib/core/api-route.server";
import { empty } from "@/lib/core/api-shapes";

export const PATCH = mutationRoute({
  action: "claim.write",
  body: editSearchSchema,
  command: ({ viewer, params, input, now }) => editSearch(viewer, params.id!, input, now),
  present: async ({ id, claimId }, { viewer, now }) =>
    (await getClaim(viewer, claimId, now))?.searches.find((row) => row.id === id),
});

export const DELETE = mutationRoute({
  action: "claim.write",
  body: empty,
  command: ({ viewer, params, now }) => withdrawSearch(viewer, params.id!, now),
  present: ({ id, claimId }) => ({ id, claimId, withdrawn: true }),
});

export const { GET, POST, PUT } = otherMethods("PATCH", "DELETE");
