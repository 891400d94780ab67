import "server-only";
import { apiHeaders } from "./security-headers";
import { toProblem } from "./problem";
import type { Failure } from "./result";
import { env } from "./env.server";
import { currentRequestId } from "./request-context.server";

/** A problem document (RFC 9457) with the API's headers. */
export function problemResponse(failure: Failure): Response {
  const problem = toProblem(failure, currentRequestId());
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      ...apiHeaders({ publicUrl: env().publicUrl }),
      "Content-Type": "application/problem+json; charset=utf-8",
      ...(failure.retryAfterSeconds ? { "Retry-After": String(failure.retryAfterSeconds) } : {}),
      ...(failure.kind === "unauthenticated" ? { "WWW-Authenticate": 'Bearer realm="countersign"' } : {}),
    },
  });
}

/** A JSON answer for staff: never stored by caches. */
export function jsonResponse(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return jsonTextResponse(JSON.stringify(body), status, headers);
}

/** The same, of a body that is JSON text already. */
export function jsonTextResponse(text: string, status: number, headers: Record<string, string>): Response {
  return new Response(text, {
    status,
    headers: {
      ...apiHeaders({ publicUrl: env().publicUrl }),
      "Content-Type": "application/json; charset=utf-8",
      ...headers,
    },
  });
}

/** Lines of JSON for staff, sent as they are made and no faster than they are read. A fault breaks the answer off. */
export function linesResponse(make: (write: (line: unknown) => Promise<void>) => Promise<void>): Response {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  make((line) => writer.write(encoder.encode(`${JSON.stringify(line)}\n`))).then(
    () => writer.close(),
    (error: unknown) => writer.abort(error),
  );
  return new Response(readable, {
    headers: {
      ...apiHeaders({ publicUrl: env().publicUrl }),
      "Content-Type": "application/x-ndjson; charset=utf-8",
    },
  });
}

/** A JSON answer for anyone, readable by any site and cacheable for a minute. */
export function publicJsonResponse(body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    headers: {
      ...apiHeaders({ publicUrl: env().publicUrl, audience: "public" }),
      "Content-Type": "application/json; charset=utf-8",
      "Cache-Control": "public, max-age=0, s-maxage=30",
      ...headers,
    },
  });
}

/** Plain text for anyone. */
export function publicTextResponse(text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    headers: {
      ...apiHeaders({ publicUrl: env().publicUrl, audience: "public" }),
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "public, max-age=0, s-maxage=5",
      ...headers,
    },
  });
}
