import { otherMethods } from "@/lib/core/other-methods.server";
import { getClaim } from "@/lib/claims/queries";
import { mutationRoute } from "@/lib/core/api-route.server";
import { remindReply } from "@/lib/replies/commands";
import { remindReplySchema } from "@/lib/replies/schema";

export const POST = mutationRoute({
  action: "claim.write",
  body: remindReplySchema,
  command: ({ viewer, params, input, now }) => remindReply(viewer, params.id!, input, now),
  present: async ({ id, claimId }, { viewer, now }) =>
    (await getClaim(viewer, claimId, now))?.replies.find((row) => row.id === id),
  status: 201,
});

export const { GET, PUT, PATCH, DELETE } = otherMethods("POST");
