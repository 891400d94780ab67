import { otherMethods } from "@/lib/core/other-methods.server";
import { publicJsonResponse } from "@/lib/core/api-answer.server";
import { openApiDocument } from "@/lib/core/openapi";
import { env } from "@/lib/core/env.server";

export function GET(): Response {
  return publicJsonResponse(openApiDocument(env().publicUrl));
}

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
