import { ok } from "@/lib/core/result";
import { deskCounts } from "@/lib/live/desk-counts.server";
import { liveRead } from "@/lib/live/live-route.server";

export const dynamic = "force-dynamic";

/** What waits for a person, and how much they have not read. */
export function GET(request: Request): Promise<Response> {
  return liveRead(request, async (viewer) => ok(await deskCounts(viewer, new Date())));
}
