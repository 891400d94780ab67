import { asNamedTo } from "@/lib/access/as-named-to.server";
import { claimNow } from "@/lib/live/presence.server";
import { liveRead } from "@/lib/live/live-route.server";
import { cleanText } from "@/lib/core/text-input";
import { fail, notFound, ok } from "@/lib/core/result";

export const dynamic = "force-dynamic";

/** Who else is at a claim, who is writing at what, and who changed it last. */
export function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return liveRead(request, async (viewer) => {
    const id = await asNamedTo(viewer, cleanText((await context.params).id));
    const now = await claimNow(viewer, id, new Date());
    return now ? ok(now) : fail(notFound("claim"));
  });
}
