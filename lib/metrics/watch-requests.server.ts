import "server-only";
import { randomUUID } from "node:crypto";
import { Server, type IncomingMessage, type ServerResponse } from "node:http";
import { trustedProxies } from "../accounts/client-key.server";
import { handledAt } from "../core/handled-at";
import { endLateBody } from "../core/late-body.server";
import { logger } from "../core/log-problem.server";
import { sayWhenRenewed } from "../core/renewed-desk.server";
import { inRequest } from "../core/request-context.server";
import { isLedElsewhere } from "../core/own-redirect";
import { givenRequestId, requestIdHeader } from "../core/request-id";
import { methodLabel, routeClass } from "../core/route-class";
import { apiHeaders } from "../core/security-headers";
import { measures } from "./registry.server";

/** Node ends what is not in after five minutes, and 200 MB take longer on many a line. What is no recording ends as before. */
const mostReceivingMs = 3_600_000;

const held = globalThis as { countersignWatchesRequests?: boolean };

/** Counts an answer once it is over, and writes its line: of what class, not which address, who asked, or with what. */
function noteAtEnd(request: IncomingMessage, response: ServerResponse): void {
  const beganAt = performance.now();
  const route = routeClass((request.url ?? "/").split("?", 1)[0]!);
  const method = methodLabel(request.method);
  response.once("close", () => {
    const seconds = (performance.now() - beganAt) / 1000;
    const { requests, durations } = measures();
    // The reader went away before there was an answer.
    const status = response.headersSent ? String(response.statusCode) : "aborted";
    requests.inc({ route, method, status });
    if (route !== "live") durations.observe({ route }, seconds);
    logger.debug({ route, method, status, ms: Math.round(seconds * 1000) }, "request");
  });
}

/** The headers of every answer, on those that the framework makes alone; no handler of ours is asked for them. */
function guardLedElsewhere(request: IncomingMessage, response: ServerResponse): void {
  if (!isLedElsewhere(request.url ?? "/")) return;
  const publicUrl = process.env.PUBLIC_URL;
  const headers = apiHeaders(publicUrl ? { publicUrl } : {});
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

/**
 * Gives every request of this process an id, which its log lines, problem documents and answer carry, counts it, and
 * hands it to the address that has a handler.
 * The framework has no place that sees all requests, files and pages alike, so the server's own event is watched.
 */
export function watchRequests(): void {
  if (held.countersignWatchesRequests) return;
  held.countersignWatchesRequests = true;
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]) {
    const pass = () => Reflect.apply(emit, this, [event, ...args]) as boolean;
    if (event !== "request") return pass();
    this.requestTimeout = mostReceivingMs;
    const [request, response] = args as [IncomingMessage, ServerResponse];
    const id = givenRequestId(request.headers[requestIdHeader], trustedProxies() > 0) ?? randomUUID();
    request.headers[requestIdHeader] = id;
    response.setHeader("X-Request-Id", id);
    const address = request.url ?? "/";
    return inRequest({ id, address }, () => {
      noteAtEnd(request, response);
      sayWhenRenewed(request, response);
      guardLedElsewhere(request, response);
      endLateBody(request);
      request.url = handledAt(address);
      return pass();
    });
  };
}
