import { otherMethods } from "@/lib/core/other-methods.server";
import { z } from "zod";
import { publicRoute } from "@/lib/core/api-route.server";
import { fail, notFound, ok } from "@/lib/core/result";
import { publicationDto } from "@/lib/publications/public-records.server";

export const GET = publicRoute({
  query: z.object({}),
  load: async ({ params }) => {
    if (!/^[1-9]\d{0,8}$/.test(params.version!)) return fail(notFound("version"));
    const found = await publicationDto(params.slug!, Number(params.version));
    return found.ok ? ok({ body: found.value, headers: { ETag: `"${found.value.sha256}"` } }) : found;
  },
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
