import { mayDo } from "@/lib/access/can";
import { currentViewer } from "@/lib/access/viewer.server";
import { pictureOf } from "@/lib/captures/media-source.server";
import { problemResponse } from "@/lib/core/api-answer.server";
import { guarded, readParams } from "@/lib/core/api-route.server";
import { env } from "@/lib/core/env.server";
import { captureHeaders } from "@/lib/core/security-headers";

export const dynamic = "force-dynamic";

/** A captured photo or scan for staff: its pixels, under the type its bytes have, without a script or an origin. */
export function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return guarded(request, async () => {
    const viewer = await currentViewer();
    if (!viewer)
      return problemResponse({ kind: "unauthenticated", code: "sign-in", detail: "Sign in first." });
    const allowed = mayDo(viewer, "desk.read");
    if (!allowed.ok) return problemResponse(allowed.error);
    const params = await readParams(context);
    if (!params.ok) return problemResponse(params.error);
    const picture = await pictureOf(params.value.id!);
    if (!picture.ok) return problemResponse(picture.error);
    return new Response(Buffer.from(picture.value.bytes), {
      headers: {
        ...captureHeaders({ publicUrl: env().publicUrl }),
        "Content-Type": picture.value.type,
        "Content-Disposition": "inline",
        "X-Robots-Tag": "noindex",
      },
    });
  });
}
