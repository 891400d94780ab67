import { otherMethods } from "@/lib/core/other-methods.server";
import { attestOrigin } from "@/lib/attributions/commands/attest-origin";
import { getOrigin } from "@/lib/attributions/queries";
import { attestOriginSchema } from "@/lib/attributions/schema";
import { mutationRoute } from "@/lib/core/api-route.server";

export const PUT = mutationRoute({
  action: "origin.attest",
  body: attestOriginSchema,
  command: ({ viewer, params, input, now }) => attestOrigin(viewer, params.id!, input, now),
  present: ({ originId }, { viewer }) => getOrigin(viewer, originId),
});

export const { GET, POST, PATCH, DELETE } = otherMethods("PUT");
