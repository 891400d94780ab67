import "server-only";
import { dropUploadsBefore } from "../captures/recording-store.server";
import { dayMs } from "../core/durations";

/**
 * Takes away what is left of uploads that came to nothing, once it is a day old: a server that ended in the middle of it, a
 * line that broke. At the start of a worker and every hour.
 */
export async function forgetUploads(now: Date): Promise<void> {
  await dropUploadsBefore(new Date(now.getTime() - dayMs));
}
