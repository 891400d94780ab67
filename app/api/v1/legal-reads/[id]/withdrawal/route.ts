import { otherMethods } from "@/lib/core/other-methods.server";
import { mutationRoute } from "@/lib/core/api-route.server";
import { withdrawLegalRead } from "@/lib/legal-reads/commands";
import { withdrawLegalReadSchema } from "@/lib/legal-reads/schema";

export const POST = mutationRoute({
  action: "claim.write",
  body: withdrawLegalReadSchema,
  command: ({ viewer, params, now }) => withdrawLegalRead(viewer, params.id!, now),
  present: ({ id, claimId }) => ({ id, claimId, withdrawn: true }),
  status: 201,
});

export const { GET, PUT, PATCH, DELETE } = otherMethods("POST");
