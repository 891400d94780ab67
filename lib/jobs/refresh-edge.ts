import "server-only";
import { refreshEdge } from "../publications/refresh-edge.server";

/** Makes the edge ask again for what changed; throws when it should be tried again, so that the queue does. */
export async function refreshEdgeAgain(job: { what: string }): Promise<void> {
  await refreshEdge(job.what);
}
