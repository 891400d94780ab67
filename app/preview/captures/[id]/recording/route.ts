import { env } from "@/lib/core/env.server";
import { captureHeaders } from "@/lib/core/security-headers";
import { originalAnswer } from "../../original-answer";

export const dynamic = "force-dynamic";

/** A captured recording for the players of the desk, part by part: under the type its bytes have, without a script or an origin. */
export function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return originalAnswer(request, context, {
    kind: "recording",
    headers: captureHeaders({ publicUrl: env().publicUrl }),
  });
}
