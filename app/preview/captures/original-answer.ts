import { originalFile } from "@/lib/captures/original-file.server";
import { problemResponse } from "@/lib/core/api-answer.server";
import { env } from "@/lib/core/env.server";
import { captureHeaders } from "@/lib/core/security-headers";
import { forStaff } from "./for-staff";

type Context = { params: Promise<{ id: string }> };

/**
 * A captured file as it came, or the part of it that a player asks for: sandboxed, without a script or an origin, under
 * the type its bytes have.
 */
export function originalAnswer(
  request: Request,
  context: Context,
  kind: "pdf" | "recording",
): Promise<Response> {
  return forStaff(request, context, async (captureId) => {
    const file = await originalFile(captureId, kind, {
      range: request.headers.get("range"),
      ifRange: request.headers.get("if-range"),
    });
    if (!file.ok) return problemResponse(file.error);
    const { type, sha256, size, range, body } = file.value;
    const headers = {
      ...captureHeaders({ publicUrl: env().publicUrl }),
      "Content-Type": type,
      "Content-Disposition": "inline",
      "Accept-Ranges": "bytes",
      ETag: `"${sha256}"`,
      "X-Robots-Tag": "noindex",
    };
    if (body === null || range.kind === "none")
      return new Response(null, { status: 416, headers: { ...headers, "Content-Range": `bytes */${size}` } });
    const length = range.kind === "part" ? range.last - range.first + 1 : size;
    const sized = { ...headers, "Content-Length": String(length) };
    if (range.kind === "whole") return new Response(body, { headers: sized });
    const place = { "Content-Range": `bytes ${range.first}-${range.last}/${size}` };
    return new Response(body, { status: 206, headers: { ...sized, ...place } });
  });
}
