import { otherMethods } from "@/lib/core/other-methods.server";
import { mutationRoute } from "@/lib/core/api-route.server";
import { withholdVersion } from "@/lib/publications/commands/withhold-version";
import { withholdSchema } from "@/lib/publications/schema";

export const POST = mutationRoute({
  action: "version.withhold",
  body: withholdSchema,
  command: ({ viewer, params, input, now }) => withholdVersion(viewer, params.id!, input, now),
  present: (outcome) => outcome,
  answer: ({ state }) => ({ status: state === "waiting" ? 202 : 200 }),
});

export const { GET, PUT, PATCH, DELETE } = otherMethods("POST");
