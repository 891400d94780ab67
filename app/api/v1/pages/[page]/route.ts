import { otherMethods } from "@/lib/core/other-methods.server";
import { z } from "zod";
import { publicRoute } from "@/lib/core/api-route.server";
import { fail, notFound, ok } from "@/lib/core/result";
import { isSitePageName } from "@/lib/site-pages/pages";
import { publicPageDto } from "@/lib/site-pages/public-pages.server";

export const GET = publicRoute({
  query: z.object({}),
  load: async ({ params }) => {
    if (!isSitePageName(params.page!)) return fail(notFound("page"));
    const found = await publicPageDto(params.page, "latest");
    return found.ok ? ok({ body: found.value, headers: { ETag: `"${found.value.sha256}"` } }) : found;
  },
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
