import "server-only";
import type { Viewer } from "../access/viewer";
import { runIdempotent } from "../core/run-idempotent.server";

/** The route under which the keys of imports are kept. */
export const importRoute = "import";

/** Runs a command of an import, whoever sends it again: its key is taken once. */
export function runImportStep<T>(viewer: Viewer, key: string, command: () => Promise<T>): Promise<T> {
  return runIdempotent(viewer, { route: importRoute, key }, command);
}
