import { otherMethods } from "@/lib/core/other-methods.server";
import { noteInterests } from "@/lib/attributions/commands/note-interests";
import { getOrigin } from "@/lib/attributions/queries";
import { noteInterestsSchema } from "@/lib/attributions/schema";
import { mutationRoute } from "@/lib/core/api-route.server";

export const PUT = mutationRoute({
  action: "article.write",
  body: noteInterestsSchema,
  command: ({ viewer, params, input, now }) => noteInterests(viewer, params.id!, input, now),
  present: ({ originId }, { viewer }) => getOrigin(viewer, originId),
});

export const { GET, POST, PATCH, DELETE } = otherMethods("PUT");
