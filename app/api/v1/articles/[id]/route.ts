import { otherMethods } from "@/lib/core/other-methods.server";
import { editArticle } from "@/lib/articles/commands/edit-article";
import { getArticle } from "@/lib/articles/queries";
import { editArticleSchema } from "@/lib/articles/schema";
import { mutationRoute, readRoute } from "@/lib/core/api-route.server";
import { noQuery, orNotFound } from "@/lib/core/api-shapes";

export const GET = readRoute({
  action: "desk.read",
  query: noQuery,
  load: async ({ viewer, params }) => orNotFound("article", await getArticle(viewer, params.id!)),
});

export const PATCH = mutationRoute({
  action: "article.write",
  body: editArticleSchema,
  command: ({ viewer, params, input, now }) => editArticle(viewer, params.id!, input, now),
  present: ({ articleId }, { viewer }) => getArticle(viewer, articleId),
});

export const { POST, PUT, DELETE } = otherMethods("GET", "PATCH");
