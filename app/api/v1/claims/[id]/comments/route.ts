import { otherMethods } from "@/lib/core/other-methods.server";
import { addComment } from "@/lib/comments/commands";
import { addCommentSchema } from "@/lib/claims/work-schema";
import { mutationRoute } from "@/lib/core/api-route.server";

export const POST = mutationRoute({
  action: "comment.write",
  body: addCommentSchema,
  command: ({ viewer, params, input, now }) => addComment(viewer, params.id!, input, now),
  present: (said) => said,
  status: 201,
});

export const { GET, PUT, PATCH, DELETE } = otherMethods("POST");
