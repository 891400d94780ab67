import { otherMethods } from "@/lib/core/other-methods.server";
import { getArticle } from "@/lib/articles/queries";
import { addAttribution } from "@/lib/attributions/commands/decide-attribution";
import { getAttribution, listAttributions } from "@/lib/attributions/queries";
import { addAttributionSchema } from "@/lib/attributions/schema";
import { mutationRoute, readRoute } from "@/lib/core/api-route.server";
import { noQuery, orNotFound } from "@/lib/core/api-shapes";

export const GET = readRoute({
  action: "desk.read",
  query: noQuery,
  load: async ({ viewer, params }) =>
    orNotFound(
      "article",
      (await getArticle(viewer, params.id!)) && {
        items: await listAttributions(viewer, params.id!),
        nextCursor: null,
      },
    ),
});

export const POST = mutationRoute({
  action: "article.write",
  body: addAttributionSchema,
  command: ({ viewer, params, input, now }) => addAttribution(viewer, params.id!, input, now),
  present: ({ attributionId }, { viewer }) => getAttribution(viewer, attributionId),
  status: 201,
});

export const { PUT, PATCH, DELETE } = otherMethods("GET", "POST");
