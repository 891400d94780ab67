import { otherMethods } from "@/lib/core/other-methods.server";
import { getClaim } from "@/lib/claims/queries";
import { mutationRoute } from "@/lib/core/api-route.server";
import { writeVerdict } from "@/lib/verdicts/commands";
import { writeVerdictSchema } from "@/lib/verdicts/schema";

export const PUT = mutationRoute({
  action: "verdict.write",
  body: writeVerdictSchema,
  command: ({ viewer, params, input, now }) => writeVerdict(viewer, params.id!, input, now),
  present: async ({ claimId }, { viewer, now }) => (await getClaim(viewer, claimId, now))?.verdict,
});

export const { GET, POST, PATCH, DELETE } = otherMethods("PUT");
