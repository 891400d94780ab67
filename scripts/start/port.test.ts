import { createServer, type AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { assertPortFree } from "./port";

describe("assertPortFree", () => {
  it("says in words that a port is busy, waits for one that is just ending, and accepts a free one", async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    const { port } = other.address() as AddressInfo;
    await expect(assertPortFree("127.0.0.1", port, 0)).rejects.toThrow(`Port ${port} on 127.0.0.1 is busy`);
    setTimeout(() => other.close(), 300);
    await assertPortFree("127.0.0.1", port, 5_000);
  });

  it("says that HOST is no address of this machine", async () => {
    await expect(assertPortFree("192.0.2.1", 4000, 0)).rejects.toThrow("HOST is 192.0.2.1");
  });
});
