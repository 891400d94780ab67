import "server-only";
import { revalidatePath } from "next/cache";
import type { Result } from "@/lib/core/result";

/** All of the desk is read anew after an act: its frame counts, its lists and its panes show the same things. */
export function refreshDesk(): void {
  revalidatePath("/desk", "layout");
}

/**
 * What was refused because something changed since it was read is shown beside that as it stands now; where the answer has
 * both versions, they are shown by the form itself.
 */
export async function showIfStale<T>(work: Promise<Result<T>>): Promise<Result<T>> {
  const done = await work;
  if (!done.ok && done.error.code === "stale" && !done.error.extra?.conflict) refreshDesk();
  return done;
}
