import { pictureOf } from "@/lib/captures/media-source.server";
import { problemResponse } from "@/lib/core/api-answer.server";
import { env } from "@/lib/core/env.server";
import { captureHeaders } from "@/lib/core/security-headers";
import { forStaff } from "../../for-staff";

export const dynamic = "force-dynamic";

/** A captured photo or scan for staff: its pixels, under the type its bytes have, without a script or an origin. */
export function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return forStaff(request, context, async (captureId) => {
    const picture = await pictureOf(captureId);
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
