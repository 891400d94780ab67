import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A server on a free port of 127.0.0.1. */
export type Served = { origin: string; close: () => Promise<void> };

/** Serves what `answer` gives for a path with its query, as a network client meets it; for tests. */
export async function serveHandlers(answer: (path: string) => Promise<Response>): Promise<Served> {
  const server = createServer((request, response) => {
    void answer(request.url ?? "/").then(
      async (found) =>
        response
          .writeHead(found.status, Object.fromEntries(found.headers))
          .end(Buffer.from(await found.arrayBuffer())),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
