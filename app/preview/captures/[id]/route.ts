import { captureView } from "@/lib/captures/capture-view.server";
import { env } from "@/lib/core/env.server";
import { captureHeaders } from "@/lib/core/security-headers";
import { cleanText } from "@/lib/core/text-input";
import { forStaff } from "../for-staff";

export const dynamic = "force-dynamic";

/** A stranger's page for the frame on the capture's page: sandboxed, without scripts, addresses or an origin. */
export function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return forStaff(request, context, async (captureId, viewer) => {
    const { searchParams } = new URL(request.url);
    const view = await captureView(viewer, captureId, {
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
