import { createServer, request as ask } from "node:http";
import type { AddressInfo } from "node:net";

export type SwitchingProxy = {
  url: string;
  /** Where requests go from now on. */
  to: (upstream: string) => void;
  close: () => Promise<void>;
};

/** A proxy on 127.0.0.1 that hands each request to one of several processes, as an operator's would during an upgrade. */
export async function openSwitchingProxy(): Promise<SwitchingProxy> {
  let target = new URL("http://127.0.0.1:1");
  const server = createServer((request, response) => {
    const headers = { ...request.headers, "x-forwarded-for": request.socket.remoteAddress ?? "" };
    const { method, url: path } = request;
    const passed = ask({ host: target.hostname, port: target.port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      response.once("close", () => answer.destroy());
    });
    passed.once("error", () => {
      if (!response.headersSent) response.writeHead(502);
      response.end();
    });
    request.pipe(passed);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    to: (upstream) => (target = new URL(upstream)),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
