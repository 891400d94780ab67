import "server-only";
import { dropUploadsBefore } from "../captures/recording-store.server";

/** An upload that is this old is nobody's any more: a server that ended in the middle of it, a line that broke. */
const dayMs = 86_400_000;

/** Takes away what is left of uploads that came to nothing: at the start of a worker and every hour. */
export async function forgetUploads(now: Date): Promise<void> {
  await dropUploadsBefore(new Date(now.getTime() - dayMs));
}
