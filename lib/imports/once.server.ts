import "server-only";
import type { Viewer } from "../access/viewer";
import { once as onceUnder } from "../core/once.server";

/** The route under which the keys of imports are kept. */
export const importRoute = "import";

/** Runs a command of an import once for its key. */
export function once<T>(viewer: Viewer, key: string, command: () => Promise<T>): Promise<T> {
  return onceUnder(viewer, { route: importRoute, key }, command);
}
