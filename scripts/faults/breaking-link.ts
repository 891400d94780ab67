import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/**
 * A link to PostgreSQL that breaks on demand: it counts the messages in which a client asks something (simple query and
 * execute of the extended protocol) and, at the n-th, drops the connection before the server gets it or after it has
 * answered, so that the client never learns what became of it.
 */
export async function openBreakingLink(target: URL) {
  let breakAt = Number.POSITIVE_INFINITY;
  let when: "before" | "after" = "before";
  let asked = 0;
  let broken = 0;
  const sockets = new Set<Socket>();

  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    const drop = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", drop).on("close", drop).setNoDelay(true);
    }
    let isStarted = false;
    let isCut = false;
    let pending = Buffer.alloc(0);
    client.on("data", (chunk: Buffer) => {
      pending = Buffer.concat([pending, chunk]);
      for (;;) {
        // The first message has no type byte; every other one has.
        const head = isStarted ? 5 : 4;
        if (pending.length < head) return;
        const length = pending.readUInt32BE(head - 4) + head - 4;
        if (pending.length < length) return;
        const message = pending.subarray(0, length);
        pending = pending.subarray(length);
        const type = isStarted ? String.fromCharCode(message[0]!) : "";
        isStarted = true;
        if (type === "Q" || type === "E") {
          asked += 1;
          if (asked === breakAt) {
            broken += 1;
            if (when === "before") return drop();
            isCut = true;
          }
        }
        if (!isCut || type !== "X") upstream.write(message);
      }
    });
    upstream.on("data", (chunk: Buffer) => {
      if (!isCut) return void client.write(chunk);
      // The server has done it: nobody hears of it.
      setTimeout(drop, 5);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = new URL(target);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.toString(),
    /** Counts from now on, and breaks at the n-th question. */
    arm: (n: number, at: "before" | "after") => {
      [breakAt, when, asked, broken] = [n, at, 0, 0];
    },
    disarm: () => (breakAt = Number.POSITIVE_INFINITY),
    /** Questions since it was armed. */
    asked: () => asked,
    hasBroken: () => broken > 0,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((done) => server.close(() => done()));
    },
  };
}
