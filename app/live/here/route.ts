import { ok } from "@/lib/core/result";
import { livePost } from "@/lib/live/live-route.server";
import { hereSchema } from "@/lib/live/live-schema";
import { touchPresence, claimNow, leaveClaim } from "@/lib/live/presence.server";

export const dynamic = "force-dynamic";

/** A tab says that it has a claim open, and is told who else has; or that it has it no more. */
export function POST(request: Request): Promise<Response> {
  return livePost(request, hereSchema, async (viewer, { claimId, tabId, isLeaving, newsTo }) => {
    const now = new Date();
    if (isLeaving) {
      await leaveClaim(viewer, { claimId, tabId });
      return ok(null);
    }
    const here = await touchPresence(viewer, { claimId, tabId, newsTo }, now);
    return here.ok ? ok(await claimNow(viewer, claimId, now)) : here;
  });
}
