import { jsonResponse } from "@/lib/core/api-answer.server";

export function GET(): Response {
  return jsonResponse({ status: "ok" });
}
