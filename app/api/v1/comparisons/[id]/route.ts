import { otherMethods } from "@/lib/core/other-methods.server";
import { decideComparisonSchema } from "@/lib/attributions/schema";
import { mutationRoute } from "@/lib/core/api-route.server";
import { decideComparison } from "@/lib/figures/commands";
import { getComparison } from "@/lib/figures/queries";

export const PATCH = mutationRoute({
  action: "evidence.write",
  body: decideComparisonSchema,
  command: ({ viewer, params, input, now }) => decideComparison(viewer, params.id!, input, now),
  present: ({ comparisonId }) => getComparison(comparisonId),
});

export const { GET, POST, PUT, DELETE } = otherMethods("PATCH");
