import { ok } from "@/lib/core/result";
import { livePost } from "@/lib/live/live-route.server";
import { seenMarkSchema } from "@/lib/log/seen-mark-schema";
import { markSeen } from "@/lib/log/seen-marks.server";

export const dynamic = "force-dynamic";

/** A person has looked at a claim as far as its page reached. */
export function POST(request: Request): Promise<Response> {
  return livePost(request, seenMarkSchema, async (viewer, mark) => {
    await markSeen(viewer, mark, new Date());
    return ok(null);
  });
}
