import { originalAnswer } from "../../original-answer";

export const dynamic = "force-dynamic";

/** A captured PDF as it came, for the browser's own viewer, which opens it at `#page=3`. */
export function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return originalAnswer(request, context, "pdf");
}
