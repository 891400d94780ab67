import { ok } from "@/lib/core/result";
import { liveRead } from "@/lib/live/live-route.server";
import { countUnread } from "@/lib/notifications/queries";

export const dynamic = "force-dynamic";

/** How much a person has not read yet. */
export function GET(request: Request): Promise<Response> {
  return liveRead(request, async (viewer) => ok({ unread: await countUnread(viewer) }));
}
