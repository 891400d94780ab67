import { otherMethods } from "@/lib/core/other-methods.server";
import { mutationRoute } from "@/lib/core/api-route.server";
import { decideTip } from "@/lib/tips/commands";
import { getTip } from "@/lib/tips/queries";
import { decideTipSchema } from "@/lib/tips/schema";

export const POST = mutationRoute({
  action: "tip.decide",
  body: decideTipSchema,
  command: ({ viewer, params, input, now }) => decideTip(viewer, params.id ?? "", input, now),
  present: async ({ tipId, claimId }, { viewer }) => ({ tip: await getTip(viewer, tipId), claimId }),
});

export const { GET, PUT, PATCH, DELETE } = otherMethods("POST");
