import "server-only";
import type { Viewer } from "../access/viewer";
import { fail, ok, type Failure, type Result } from "../core/result";
import { takeBack } from "./take-back.server";

/**
 * Takes back several things that this person did at once, each as `takeBack` does, so that one that somebody changed since
 * keeps no other. `stays` says how many were not put back; a failure when none was.
 */
export async function takeBackAll(
  viewer: Viewer,
  { entryIds }: { entryIds: string[] },
  now: Date,
): Promise<Result<{ stays: string | null }>> {
  const refused: Failure[] = [];
  // The last one first, as they would be taken back one by one.
  for (const entryId of entryIds.toReversed()) {
    const done = await takeBack(viewer, { entryId }, now);
    if (!done.ok) refused.push(done.error);
  }
  const [first] = refused;
  if (!first) return ok({ stays: null });
  if (refused.length === entryIds.length) return fail(first);
  return ok({ stays: `${refused.length} of ${entryIds.length} stay as they are. ${first.detail}` });
}
