import "server-only";
import { dropUploadsBefore } from "../captures/recording-store.server";
import { dayMs } from "../core/durations";

/** An upload that is this old is nobody's any more: a server that ended in the middle of it, a line that broke. */

/** Takes away what is left of uploads that came to nothing: at the start of a worker and every hour. */
export async function forgetUploads(now: Date): Promise<void> {
  await dropUploadsBefore(new Date(now.getTime() - dayMs));
}
