import { articleDependants } from "@/lib/articles/dependants.server";
import { getArticle } from "@/lib/articles/queries";
import { readRoute } from "@/lib/core/api-route.server";
import { noQuery, orNotFound } from "@/lib/core/api-shapes";

export const GET = readRoute({
  action: "desk.read",
  query: noQuery,
  load: async ({ params, now }) =>
    orNotFound("article", (await getArticle(params.id!)) && (await articleDependants(params.id!, now))),
});
