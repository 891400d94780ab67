import { otherMethods } from "@/lib/core/other-methods.server";
import { captureAgain } from "@/lib/articles/commands/capture-article";
import { getArticle } from "@/lib/articles/queries";
import { captureAgainSchema } from "@/lib/articles/schema";
import { mutationRoute } from "@/lib/core/api-route.server";

export const POST = mutationRoute({
  action: "article.write",
  body: captureAgainSchema,
  command: ({ viewer, params, input, now }) => captureAgain(viewer, params.id!, input, now),
  present: async ({ articleId, captureId, drift }, { viewer }) => ({
    capture: captureId ? ((await getArticle(viewer, articleId))?.capture ?? null) : null,
    drift,
  }),
  status: 201,
});

export const { GET, PUT, PATCH, DELETE } = otherMethods("POST");
