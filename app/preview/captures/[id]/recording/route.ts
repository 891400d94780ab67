import { originalAnswer } from "../../original-answer";

export const dynamic = "force-dynamic";

/** A captured recording for the players of the desk, part by part. */
export function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return originalAnswer(request, context, "recording");
}
