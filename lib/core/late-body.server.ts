import "server-only";
import type { IncomingMessage } from "node:http";

/** A body of 12 MB is in sooner on any line; Node gives every request this long when nobody says otherwise. */
const patienceMs = 300_000;

/** Takes what is larger, as it comes, and ends a sender who is silent by itself. */
const longBodies: ReadonlySet<string> = new Set(["/api/v1/recordings"]);

/** Ends the connection of a request whose body is not in after five minutes, but where long bodies are taken. */
export function endLateBody(request: IncomingMessage): void {
  const { headers } = request;
  const hasBody = headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
  if (!hasBody || longBodies.has((request.url ?? "/").split("?", 1)[0]!)) return;
  const timer = setTimeout(() => {
    if (!request.complete) request.socket.destroy();
  }, patienceMs).unref();
  request.once("close", () => clearTimeout(timer));
}
