import type { NextRequest } from "next/server";
import { places } from "@/components/layout/places";
import { getArticle } from "@/lib/articles/queries";
import { checkRecordingFields, receiveRecording } from "@/lib/articles/receive-recording.server";
import { jsonResponse, problemResponse } from "@/lib/core/api-answer.server";
import { guarded } from "@/lib/core/api-route.server";
import { env } from "@/lib/core/env.server";
import { otherMethods } from "@/lib/core/other-methods.server";
import { apiHeaders } from "@/lib/core/security-headers";
import { refusedPage } from "./refused-page";

export const dynamic = "force-dynamic";

/** Whether a browser follows the answer, as against a script or a machine that reads it. */
const isBrowser = (request: NextRequest) => request.headers.get("accept")?.includes("text/html") ?? false;

/**
 * A recording of any length as a multipart form, taken in as it comes. The one form of the desk that is no server action:
 * the framework would hold all of it in memory, and takes 12 MB. With `?only=fields` it says whether the fields would do.
 */
export function POST(request: NextRequest): Promise<Response> {
  return guarded(request, async () => {
    if (request.nextUrl.searchParams.get("only") === "fields") {
      const checked = await checkRecordingFields(request, new Date());
      const headers = apiHeaders({ publicUrl: env().publicUrl });
      return checked.ok ? new Response(null, { status: 204, headers }) : problemResponse(checked.error);
    }
    const { viewer, fields, outcome } = await receiveRecording(request, new Date());
    if (!outcome.ok) {
      const hasWords = Object.keys(fields).length > 0;
      return isBrowser(request) && hasWords
        ? refusedPage(request, outcome.error, fields)
        : problemResponse(outcome.error);
    }
    const { articleId, claimId } = outcome.value;
    if (!isBrowser(request)) return jsonResponse(await getArticle(viewer!, articleId), 201);
    const to = claimId ? places.describeFile(claimId, articleId) : places.article(articleId);
    const headers = { ...apiHeaders({ publicUrl: env().publicUrl }), Location: to };
    return new Response(null, { status: 303, headers });
  });
}

export const { GET, PUT, PATCH, DELETE } = otherMethods("POST");
