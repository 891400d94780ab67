import { otherMethods } from "@/lib/core/other-methods.server";
import { askReply } from "@/lib/replies/commands";
import { getClaim } from "@/lib/claims/queries";
import { askReplySchema } from "@/lib/replies/schema";
import { mutationRoute } from "@/lib/core/api-route.server";

export const POST = mutationRoute({
  action: "claim.write",
  body: askReplySchema,
  command: ({ viewer, params, input, now }) => askReply(viewer, params.id!, input, now),
  present: async ({ id, claimId }, { viewer, now }) =>
    (await getClaim(viewer, claimId, now))?.replies.find((row) => row.id === id),
  status: 201,
});

export const { GET, PUT, PATCH, DELETE } = otherMethods("POST");
