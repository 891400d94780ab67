import "server-only";
import type { Viewer } from "../access/viewer";
import { ticketOfRequest } from "./idempotency.server";

/** Runs a command under a key of this account that is taken inside its transaction: whoever comes second gets the first's result. */
export function runIdempotent<T>(
  viewer: Viewer,
  { route, key }: { route: string; key: string },
  command: () => Promise<T>,
): Promise<T> {
  const ticket = { account: viewer.id, route, key, bodySha256: route, used: false, replayed: false };
  return ticketOfRequest.run(ticket, command);
}
