import { pagePicture } from "@/lib/captures/page-picture.server";
import { problemResponse } from "@/lib/core/api-answer.server";
import { env } from "@/lib/core/env.server";
import { notFound } from "@/lib/core/result";
import { captureHeaders } from "@/lib/core/security-headers";
import { forStaff } from "../../../for-staff";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ id: string; page: string }> };

/** A page of a captured PDF for staff, drawn apart: a picture of ours, with nothing of the file in it but what is seen. */
export function GET(request: Request, context: Context): Promise<Response> {
  return forStaff(request, context, async (captureId) => {
    const { page } = await context.params;
    const picture = /^[1-9]\d{0,4}$/.test(page)
      ? await pagePicture(captureId, Number(page), new Date())
      : { ok: false as const, error: notFound("page") };
    if (!picture.ok) return problemResponse(picture.error);
    return new Response(Buffer.from(picture.value.png), {
      headers: {
        ...captureHeaders({ publicUrl: env().publicUrl }),
        "Content-Type": "image/png",
        "Content-Disposition": "inline",
        "X-Robots-Tag": "noindex",
      },
    });
  });
}
