import { otherMethods } from "@/lib/core/other-methods.server";
import { editReply } from "@/lib/replies/commands";
import { getClaim } from "@/lib/claims/queries";
import { editReplySchema } from "@/lib/replies/schema";
import { withdrawReply } from "@/lib/replies/withdraw-reply.server";
import { mutationRoute } from "@/lib/core/api-route.server";
import { empty } from "@/lib/core/api-shapes";

export const PATCH = mutationRoute({
  action: "claim.write",
  body: editReplySchema,
  command: ({ viewer, params, input, now }) => editReply(viewer, params.id!, input, now),
  present: async ({ id, claimId }, { viewer, now }) =>
    (await getClaim(viewer, claimId, now))?.replies.find((row) => row.id === id),
});

export const DELETE = mutationRoute({
  action: "claim.write",
  body: empty,
  command: ({ viewer, params, now }) => withdrawReply(viewer, params.id!, now),
  present: ({ id, claimId }) => ({ id, claimId, withdrawn: true }),
});

export const { GET, POST, PUT } = otherMethods("PATCH", "DELETE");
