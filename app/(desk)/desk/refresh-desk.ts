import "server-only";
import { revalidatePath } from "next/cache";
import { fail, type Result } from "@/lib/core/result";

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

/**
 * The same for what is no text of two versions, such as whom a claim is given to or what a sentence stands on: the page
 * shows what stands, the form what was wanted, and the next press is about both. The sides are left to callers of the API.
 */
export async function showInPlace<T>(work: Promise<Result<T>>): Promise<Result<T>> {
  const done = await work;
  if (done.ok || done.error.kind !== "conflict" || !done.error.extra?.conflict) return done;
  refreshDesk();
  const { conflict: _sides, current: _current, ...extra } = done.error.extra;
  return fail({ ...done.error, extra });
}
