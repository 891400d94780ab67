import { otherMethods } from "@/lib/core/other-methods.server";
import { publicRoute } from "@/lib/core/api-route.server";
import { ok } from "@/lib/core/result";
import { countSearch } from "@/lib/publications/search-limit.server";
import { searchClaims } from "@/lib/publications/claims-search.server";
import { searchClaimsSchema } from "@/lib/publications/search-schema";

export const GET = publicRoute({
  query: searchClaimsSchema,
  limit: countSearch,
  load: async ({ input }) => ok({ body: await searchClaims(input, new Date()) }),
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
