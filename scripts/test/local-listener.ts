import { createServer as createHttpServer, type RequestListener } from "node:http";
import type { AddressInfo, Server, Socket } from "node:net";

const closers: (() => Promise<void>)[] = [];

/** Opens a server on 127.0.0.1 and gives its port; a failing client socket fails no test. */
export async function listen(server: Server, port = 0): Promise<number> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket.on("error", () => undefined).on("close", () => sockets.delete(socket)));
  });
  await new Promise<void>((resolve, reject) =>
    server.once("error", reject).listen(port, "127.0.0.1", () => resolve()),
  );
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

/** `listen` for a plain HTTP server. */
export const serve = (handler: RequestListener) => listen(createHttpServer(handler));

/** Closes all that `listen` opened, with its connections; for `afterEach`. */
export async function closeListeners(): Promise<void> {
  for (const close of closers.splice(0)) await close();
}
