import { createHash } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

/** A server that answers as the app does, and knows what it was asked. */
export type Origin = {
  port: number;
  /** What readers' pages say. */
  words: string;
  lifeSeconds: number;
  status: number;
  asked: { path: string; headers: IncomingHttpHeaders; status: number }[];
  /** Ends the live stream that is open. */
  endStream: () => void;
  stop: () => Promise<void>;
};

function answerReader(origin: Origin, headers: IncomingHttpHeaders, response: ServerResponse): void {
  const etag = `"${createHash("sha256").update(origin.words).digest("base64url")}"`;
  response.setHeader("Content-Security-Policy", "default-src 'none'; script-src 'none'");
  const life = `public, max-age=0, s-maxage=${origin.lifeSeconds}, must-revalidate`;
  response.setHeader("Cache-Control", origin.status >= 500 ? "no-store" : life);
  response.setHeader("Vary", "rsc, Accept-Encoding");
  response.setHeader("ETag", etag);
  if (headers["if-none-match"] === etag) return void response.writeHead(304).end();
  response.statusCode = origin.status;
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  if (!/gzip/.test(String(headers["accept-encoding"] ?? ""))) return void response.end(origin.words);
  response.setHeader("Content-Encoding", "gzip").end(gzipSync(origin.words));
}

function answerStream(origin: Origin, response: ServerResponse): void {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  response.write("data: first\n\n");
  origin.endStream = () => response.end("data: last\n\n");
}

function serve(origin: Origin): Server {
  return createServer((request, response) => {
    const path = request.url ?? "/";
    response.setHeader("X-Request-Id", "made-by-the-app");
    response.once("finish", () =>
      origin.asked.push({ path, headers: request.headers, status: response.statusCode }),
    );
    if (path.startsWith("/live/")) return answerStream(origin, response);
    const isStaff = /^\/(desk|api|sign-in|search)/.test(path);
    if (!isStaff) return answerReader(origin, request.headers, response);
    let bytes = 0;
    request.on("data", (chunk: Buffer) => (bytes += chunk.length));
    request.on("end", () =>
      response.writeHead(200, { "Cache-Control": "no-store" }).end(`${origin.words} ${bytes}`),
    );
  });
}

/** Starts it on a free port of this machine. */
export async function startOrigin(): Promise<Origin> {
  const origin: Origin = {
    port: 0,
    words: "version one",
    lifeSeconds: 600,
    status: 200,
    asked: [],
    endStream: () => undefined,
    stop: async () => undefined,
  };
  const server = serve(origin);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin.port = (server.address() as AddressInfo).port;
  origin.stop = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return origin;
}
