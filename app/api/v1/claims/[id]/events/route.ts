import { otherMethods } from "@/lib/core/other-methods.server";
import { sendEvent } from "@/lib/claims/commands/send-event";
import { getClaim } from "@/lib/claims/queries";
import { claimEventSchema } from "@/lib/claims/schema";
import { mutationRoute } from "@/lib/core/api-route.server";

export const POST = mutationRoute({
  action: "claim.event",
  body: claimEventSchema,
  command: ({ viewer, params, input, now }) => sendEvent(viewer, params.id!, input, now),
  present: async ({ claimId, entryId }, { viewer, now }) => ({
    ...(await getClaim(viewer, claimId, now)),
    entryId,
  }),
});

export const { GET, PUT, PATCH, DELETE } = otherMethods("POST");
