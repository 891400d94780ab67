import { otherMethods } from "@/lib/core/other-methods.server";
import { articleDependants } from "@/lib/articles/dependants.server";
import { getArticle } from "@/lib/articles/queries";
import { readRoute } from "@/lib/core/api-route.server";
import { noQuery, orNotFound } from "@/lib/core/api-shapes";

export const GET = readRoute({
  action: "desk.read",
  query: noQuery,
  load: async ({ viewer, params, now }) =>
    orNotFound(
      "article",
      (await getArticle(viewer, params.id!)) && (await articleDependants(viewer, params.id!, now)),
    ),
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
