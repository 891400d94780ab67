import "server-only";
import { runCommand } from "../core/run-command.server";

/**
 * Notes anew which keys of likeness and runs of words so many claims or articles share that looking them up takes long and
 * finds nothing: at the start of a worker and every hour. A desk that PostgreSQL never counted has none.
 */
export async function noteCommonKeys(): Promise<void> {
  await runCommand((tx) => tx.$executeRaw`SELECT note_common_keys()`);
}
