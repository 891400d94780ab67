import { problemResponse } from "@/lib/core/api-answer.server";
import { otherMethods } from "@/lib/core/other-methods.server";
import { env } from "@/lib/core/env.server";
import { apiHeaders } from "@/lib/core/security-headers";
import { refuseMetrics } from "@/lib/metrics/metrics-access";
import { measures } from "@/lib/metrics/registry.server";

export async function GET(request: Request): Promise<Response> {
  const refused = refuseMetrics(process.env.METRICS_TOKEN, request.headers.get("authorization"));
  if (refused) return problemResponse(refused);
  const { registry } = measures();
  const headers = { ...apiHeaders({ publicUrl: env().publicUrl }), "Content-Type": registry.contentType };
  return new Response(await registry.metrics(), { headers });
}

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
