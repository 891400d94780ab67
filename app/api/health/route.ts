import { otherMethods } from "@/lib/core/other-methods.server";
import { jsonResponse } from "@/lib/core/api-answer.server";

export function GET(): Response {
  return jsonResponse({ status: "ok" });
}

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
