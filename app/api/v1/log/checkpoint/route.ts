import { otherMethods } from "@/lib/core/other-methods.server";
import { problemResponse, publicTextResponse } from "@/lib/core/api-answer.server";
import { guarded } from "@/lib/core/api-route.server";
import { checkpointOfSize, latestCheckpoint } from "@/lib/log/queries";
import { checkpointSchema } from "@/lib/log/schema";

/** The newest signed head, or with `?size=` the one that was signed at that size, which never changes. */
export function GET(request: Request): Promise<Response> {
  return guarded(request, () => answer(request));
}

async function answer(request: Request): Promise<Response> {
  const given = new URL(request.url).searchParams.get("size");
  const asked = checkpointSchema.safeParse({ size: given ?? undefined });
  if (asked.success && asked.data.size === undefined) {
    const note = await latestCheckpoint();
    if (note) return publicTextResponse(note);
  } else if (asked.success) {
    const note = await checkpointOfSize(Number(asked.data.size));
    if (note) return publicTextResponse(note, { "Cache-Control": "public, max-age=86400, immutable" });
  }
  return problemResponse({
    kind: "not_found",
    code: "not-sealed",
    detail: "The log has no such signed head. A new one is signed within a second of an entry.",
  });
}

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
