import { otherMethods } from "@/lib/core/other-methods.server";
import { getClaim } from "@/lib/claims/queries";
import { empty } from "@/lib/core/api-shapes";
import { mutationRoute } from "@/lib/core/api-route.server";
import { abandonCorrection, changeCorrection } from "@/lib/publications/commands/change-correction";
import { openCorrection } from "@/lib/publications/commands/open-correction";
import { changeCorrectionSchema, openCorrectionSchema } from "@/lib/publications/schema";

export const POST = mutationRoute({
  action: "correction.open",
  body: openCorrectionSchema,
  command: ({ viewer, params, input, now }) => openCorrection(viewer, params.id!, input, now),
  present: ({ claimId }, { viewer, now }) => getClaim(viewer, claimId, now),
  status: 201,
});

export const PATCH = mutationRoute({
  action: "correction.open",
  body: changeCorrectionSchema,
  command: ({ viewer, params, input, now }) => changeCorrection(viewer, params.id!, input, now),
  present: ({ claimId }, { viewer, now }) => getClaim(viewer, claimId, now),
});

export const DELETE = mutationRoute({
  action: "correction.open",
  body: empty,
  command: ({ viewer, params, now }) => abandonCorrection(viewer, params.id!, now),
  present: ({ claimId }, { viewer, now }) => getClaim(viewer, claimId, now),
});

export const { GET, PUT } = otherMethods("POST", "PATCH", "DELETE");
