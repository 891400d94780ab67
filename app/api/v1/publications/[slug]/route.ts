import { publicJsonResponse, problemResponse } from "@/lib/core/api-answer.server";
import { publicationDto } from "@/lib/publications/public-records.server";

export async function GET(
  _request: Request,
  context: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await context.params;
  const found = await publicationDto(slug, "latest");
  return found.ok
    ? publicJsonResponse(found.value, { ETag: `"${found.value.sha256}"` })
    : problemResponse(found.error);
}
