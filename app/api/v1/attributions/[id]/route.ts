import { otherMethods } from "@/lib/core/other-methods.server";
import { decideAttribution } from "@/lib/attributions/commands/decide-attribution";
import { getAttribution } from "@/lib/attributions/queries";
import { decideAttributionSchema } from "@/lib/attributions/schema";
import { mutationRoute } from "@/lib/core/api-route.server";

export const PATCH = mutationRoute({
  action: "article.write",
  body: decideAttributionSchema,
  command: ({ viewer, params, input, now }) => decideAttribution(viewer, params.id!, input, now),
  present: ({ attributionId }, { viewer }) => getAttribution(viewer, attributionId),
});

export const { GET, POST, PUT, DELETE } = otherMethods("PATCH");
