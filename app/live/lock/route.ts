import { livePost } from "@/lib/live/live-route.server";
import { lockSchema } from "@/lib/live/live-schema";
import { holdLock, releaseLock } from "@/lib/live/writing-lock.server";

export const dynamic = "force-dynamic";

/** A tab says that somebody writes in it, takes over from another, or is done. */
export function POST(request: Request): Promise<Response> {
  return livePost(request, lockSchema, (viewer, { subject, tabId, act }) =>
    act === "release"
      ? releaseLock(viewer, { subject, tabId })
      : holdLock(viewer, { subject, tabId, takesOver: act === "take-over" }, new Date()),
  );
}
