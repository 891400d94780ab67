import { otherMethods } from "@/lib/core/other-methods.server";
import { articleDependants } from "@/lib/articles/dependants.server";
import { getArticle } from "@/lib/articles/queries";
import { dependantsSchema } from "@/lib/articles/schema";
import { readRoute } from "@/lib/core/api-route.server";
import { orNotFound } from "@/lib/core/api-shapes";

export const GET = readRoute({
  action: "desk.read",
  query: dependantsSchema,
  load: async ({ viewer, params, input, now }) =>
    orNotFound(
      "article",
      (await getArticle(viewer, params.id!)) && (await articleDependants(viewer, params.id!, now, input)),
    ),
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
