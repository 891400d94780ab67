import { otherMethods } from "@/lib/core/other-methods.server";
import { editReply } from "@/lib/replies/commands";
import { getClaim } from "@/lib/claims/queries";
import { editReplySchema } from "@/lib/replies/schema";
import { mutationRoute } from "@/lib/core/api-route.server";

export const PATCH = mutationRoute({
  action: "claim.write",
  body: editReplySchema,
  command: ({ viewer, params, input, now }) => editReply(viewer, params.id!, input, now),
  present: async ({ id, claimId }, { viewer, now }) =>
    (await getClaim(viewer, claimId, now))?.replies.find((row) => row.id === id),
});

export const { GET, POST, PUT, DELETE } = otherMethods("PATCH");
