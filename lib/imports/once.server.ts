import "server-only";
import type { Viewer } from "../access/viewer";
import { ticketOfRequest } from "../core/idempotency.server";

/** The route under which the keys of imports are kept. */
export const importRoute = "import";

/** Runs a command under a key that is taken inside its transaction: whoever comes second gets the first's result. */
export function once<T>(viewer: Viewer, key: string, command: () => Promise<T>): Promise<T> {
  const ticket = {
    account: viewer.id,
    route: importRoute,
    key,
    bodySha256: importRoute,
    used: false,
    replayed: false,
  };
  return ticketOfRequest.run(ticket, command);
}
