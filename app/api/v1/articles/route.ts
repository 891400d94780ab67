import { otherMethods } from "@/lib/core/other-methods.server";
import { addArticle } from "@/lib/articles/commands/add-article";
import { getArticle } from "@/lib/articles/queries";
import { listArticles } from "@/lib/articles/list-articles.server";
import { addArticleSchema, listArticlesSchema } from "@/lib/articles/schema";
import { mutationRoute, readRoute } from "@/lib/core/api-route.server";
import { ok } from "@/lib/core/result";

export const POST = mutationRoute({
  action: "article.write",
  body: addArticleSchema,
  command: ({ viewer, input, now }) => addArticle(viewer, input, now),
  present: ({ articleId }, { viewer }) => getArticle(viewer, articleId),
  status: 201,
  answer: ({ articleId, state }) =>
    state === "fetching" ? { status: 202, headers: { Location: `/api/v1/articles/${articleId}` } } : {},
});

export const GET = readRoute({
  action: "desk.read",
  query: listArticlesSchema,
  load: async ({ viewer, input }) => ok(await listArticles(viewer, input)),
});

export const { PUT, PATCH, DELETE } = otherMethods("GET", "POST");
