import { otherMethods } from "@/lib/core/other-methods.server";
import { jsonResponse } from "@/lib/core/api-answer.server";
import { readiness } from "@/lib/database/readiness.server";

export async function GET(): Promise<Response> {
  const state = await readiness();
  return jsonResponse(state, state.ready ? 200 : 503);
}

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
