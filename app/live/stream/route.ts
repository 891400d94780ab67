import { liveStream } from "@/lib/live/live-route.server";
import { openStream } from "@/lib/live/stream.server";

export const dynamic = "force-dynamic";

/** What happens on the desk, as ids, to whoever is signed in to this browser. */
export function GET(request: Request): Promise<Response> {
  return liveStream(request, (viewer) =>
    openStream(viewer, request.headers.get("last-event-id"), request.signal),
  );
}
