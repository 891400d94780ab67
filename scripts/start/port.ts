import { createServer } from "node:net";
import { StartRefused } from "./settings";

function tryToListen(host: string, port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", (error) => done(error));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => done(null)));
  });
}

/**
 * Makes sure that the port can be listened on, waiting up to `patienceMs` for a server that is just ending. Throws
 * `StartRefused` in words otherwise.
 */
export async function assertPortFree(host: string, port: number, patienceMs: number): Promise<void> {
  const until = Date.now() + patienceMs;
  let error = await tryToListen(host, port);
  while (error?.code === "EADDRINUSE" && Date.now() < until) {
    await new Promise((wait) => setTimeout(wait, 200));
    error = await tryToListen(host, port);
  }
  if (!error) return;
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is busy: another program listens there. Take another one: PORT=${port + 1} npm start`,
    EACCES: `This account may not listen on port ${port}. Take one above 1023: PORT=3000 npm start`,
    EADDRNOTAVAIL: `HOST is ${host}, which is not an address of this machine.`,
    ENOTFOUND: `HOST is ${host}, which is not a known name.`,
  };
  throw new StartRefused(reasons[error.code ?? ""] ?? `Cannot listen on ${host}:${port}: ${error.message}`);
}
