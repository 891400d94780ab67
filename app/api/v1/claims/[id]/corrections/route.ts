import { otherMethods } from "@/lib/core/other-methods.server";
import { getClaim } from "@/lib/claims/queries";
import { mutationRoute } from "@/lib/core/api-route.server";
import { openCorrection } from "@/lib/publications/commands/open-correction";
import { openCorrectionSchema } from "@/lib/publications/schema";

export const POST = mutationRoute({
  action: "correction.open",
  body: openCorrectionSchema,
  command: ({ viewer, params, input, now }) => openCorrection(viewer, params.id!, input, now),
  present: ({ claimId }, { viewer, now }) => getClaim(viewer, claimId, now),
  status: 201,
});

export const { GET, PUT, PATCH, DELETE } = otherMethods("POST");
