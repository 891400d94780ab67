import "server-only";
import type { Viewer } from "../access/viewer";
import { countNeedsMe } from "../claims/list-claims.server";
import { countUnread } from "../notifications/queries";
import { countOpenTasks } from "../tasks/queries";
import { countNewTips } from "../tips/queries";

/** What waits for a person, as the frame of the desk counts it: claims, tips, tasks, and what they have not read. */
export async function deskCounts(
  viewer: Viewer,
  now: Date,
): Promise<{ queue: number; tips: number; tasks: number; unread: number }> {
  const [queue, tips, tasks, unread] = await Promise.all([
    countNeedsMe(viewer, now),
    countNewTips(viewer),
    countOpenTasks(viewer),
    countUnread(viewer),
  ]);
  return { queue, tips, tasks, unread };
}
