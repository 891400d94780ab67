import { mayDo } from "@/lib/access/can";
import { currentViewer } from "@/lib/access/viewer.server";
import { captureView } from "@/lib/captures/capture-view.server";
import { guarded, readParams } from "@/lib/core/api-route.server";
import { problemResponse } from "@/lib/core/api-answer.server";
import { env } from "@/lib/core/env.server";
import { captureHeaders } from "@/lib/core/security-headers";
import { cleanText } from "@/lib/core/text-input";

export const dynamic = "force-dynamic";

/** A stranger's page for the frame on the capture's page: sandboxed, without scripts, addresses or an origin. */
export function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return guarded(request, async () => {
    const viewer = await currentViewer();
    if (!viewer)
      return problemResponse({ kind: "unauthenticated", code: "sign-in", detail: "Sign in first." });
    const allowed = mayDo(viewer, "desk.read");
    if (!allowed.ok) return problemResponse(allowed.error);
    const params = await readParams(context);
    if (!params.ok) return problemResponse(params.error);
    const { searchParams } = new URL(request.url);
    const view = await captureView(params.value.id!, {
      quoteId: cleanText(searchParams.get("quote") ?? "") || null,
      asText: searchParams.get("as") === "text",
    });
    return new Response(view.html, {
      status: view.status,
      headers: {
        ...captureHeaders({ publicUrl: env().publicUrl }),
        "Content-Type": "text/html; charset=utf-8",
        "X-Robots-Tag": "noindex",
      },
    });
  });
}
