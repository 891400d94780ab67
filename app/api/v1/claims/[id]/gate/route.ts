import { otherMethods } from "@/lib/core/other-methods.server";
import { gateDto, openClaim } from "@/lib/claims/queries";
import { readRoute } from "@/lib/core/api-route.server";
import { noQuery, orNotFound } from "@/lib/core/api-shapes";

export const GET = readRoute({
  action: "desk.read",
  query: noQuery,
  load: async ({ viewer, params, now }) => {
    const current = await openClaim(params.id!, now);
    return orNotFound("claim", current && (await gateDto(viewer, current, now)));
  },
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
