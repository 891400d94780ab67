import { clientKey } from "@/lib/accounts/client-key.server";
import { otherMethods } from "@/lib/core/other-methods.server";
import { publicRoute } from "@/lib/core/api-route.server";
import { problemResponse } from "@/lib/core/api-answer.server";
import { ok } from "@/lib/core/result";
import { searchClaims, searchClaimsSchema } from "@/lib/publications/claims-search.server";
import { secondsToWait } from "@/lib/publications/search-limit.server";

const search = publicRoute({
  query: searchClaimsSchema,
  load: async ({ input }) => ok({ body: await searchClaims(input, new Date()) }),
});

export const GET: typeof search = async (request, context) => {
  const seconds = secondsToWait(clientKey(request.headers), new Date());
  if (seconds === 0) return search(request, context);
  const detail = `Too many searches. Wait ${seconds} seconds, then try again.`;
  return problemResponse({ kind: "rate_limited", code: "too-many", detail, retryAfterSeconds: seconds });
};

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
