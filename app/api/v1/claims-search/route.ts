import { problemResponse, publicJsonResponse } from "@/lib/core/api-answer.server";
import { parseInput } from "@/lib/core/parse-input";
import { searchClaims, searchClaimsSchema } from "@/lib/publications/claims-search.server";

export async function GET(request: Request): Promise<Response> {
  const input = parseInput(searchClaimsSchema, Object.fromEntries(new URL(request.url).searchParams));
  return input.ok ? publicJsonResponse(await searchClaims(input.value)) : problemResponse(input.error);
}
