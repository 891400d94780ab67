import { otherMethods } from "@/lib/core/other-methods.server";
import { findMatches } from "@/lib/claims/find-matches.server";
import { matchesSchema } from "@/lib/claims/schema";
import { readRoute } from "@/lib/core/api-route.server";
import { ok } from "@/lib/core/result";

export const GET = readRoute({
  action: "desk.read",
  query: matchesSchema,
  load: async ({ viewer, input }) => ok(await findMatches(viewer, input)),
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
