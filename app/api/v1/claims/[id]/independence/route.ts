import { otherMethods } from "@/lib/core/other-methods.server";
import { dossierSeenBy } from "@/lib/claims/dossier-seen.server";
import { independenceDto, openClaim } from "@/lib/claims/queries";
import { readRoute } from "@/lib/core/api-route.server";
import { noQuery } from "@/lib/core/api-shapes";
import { fail, notFound, ok } from "@/lib/core/result";

export const GET = readRoute({
  action: "desk.read",
  query: noQuery,
  load: async ({ viewer, params, now }) => {
    const current = await openClaim(params.id!, now);
    if (!current) return fail(notFound("claim"));
    const dossier = await dossierSeenBy(viewer, current.dossier);
    return ok(independenceDto(viewer, { ...current, dossier }));
  },
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
