import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { existsSync, readFileSync } from "node:fs";
import { createServer as createTcpServer } from "node:net";
import { join } from "node:path";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeListeners, listen, serve } from "../../scripts/test/local-listener";
import { fetchPage, type FetchPageOptions } from "./fetch-page.server";
import { failure, options } from "../../scripts/test/loopback-fetch";

const payloads = join(process.env.PAYLOADS_DIR ?? "../shared/payloads", "ssrf-urls.json");
const html = "<!doctype html><title>t</title><p>Ein Satz: süß.</p>";
const asHtml = { "content-type": "text/html; charset=utf-8" };
const connections: string[] = [];

function noteConnection(message: unknown): void {
  const { connectParams } = message as { connectParams: { hostname: string; port: string } };
  connections.push(`${connectParams.hostname}:${connectParams.port}`);
}

beforeEach(() => {
  connections.length = 0;
  subscribe("undici:client:beforeConnect", noteConnection);
});
afterEach(async () => {
  unsubscribe("undici:client:beforeConnect", noteConnection);
  await closeListeners();
});

const code = async (url: string, with_: FetchPageOptions) => (await failure(url, with_)).code;

async function page(url: string, with_: FetchPageOptions) {
  const result = await fetchPage(url, with_);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("a page", () => {
  it("comes with its bytes, headers, type and address; the name goes into Host, cookies neither in nor out", async () => {
    const seen: string[] = [];
    const port = await serve((request, response) => {
      seen.push(...request.rawHeaders);
      response
        .writeHead(200, { ...asHtml, "set-cookie": "id=1", "X-One": "1", link: "</x>; rel=preload" })
        .end(html);
    });
    const got = await page(`http://news.example.com:${port}/a?b=1#frag`, options(port));
    expect(got).toMatchObject({
      finalUrl: `http://news.example.com:${port}/a?b=1`,
      status: 200,
      contentType: "text/html",
      redirects: [],
    });
    expect(textOf(got.bytes)).toBe(html);
    expect(got.headers).toContainEqual(["X-One", "1"]);
    expect(got.headers.some(([name]) => /cookie/i.test(name))).toBe(false);
    expect(seen.join("\n")).toContain(`news.example.com:${port}`);
    expect(seen.join("\n")).not.toMatch(/cookie|referer|authorization/i);
  });

  it.each([
    ["gzip", gzipSync(html)],
    ["br", brotliCompressSync(html)],
    ["deflate", deflateSync(html)],
    ["identity", Buffer.from(html)],
  ])("is unpacked: %s", async (encoding, body) => {
    const port = await serve((_request, response) =>
      response.writeHead(200, { ...asHtml, "content-encoding": encoding }).end(body),
    );
    expect(textOf((await page(`http://e.example.com:${port}/`, options(port))).bytes)).toBe(html);
  });

  it("is not followed through meta refresh or script, and line breaks in an address make no header", async () => {
    const paths: string[] = [];
    const port = await serve((request, response) => {
      paths.push(request.url ?? "", ...request.rawHeaders.filter((name) => /^x-/i.test(name)));
      response.writeHead(200, asHtml).end('<html><meta http-equiv="refresh" content="0;url=/next">');
    });
    await page(`http://e.example.com:${port}/a%0d%0aX-A:1\r\nX-B:2`, options(port));
    expect(paths).toEqual(["/a%0d%0aX-A:1X-B:2"]);
  });

  it("is never asked for through a proxy from the environment", async () => {
    let viaProxy = 0;
    const proxy = await listen(
      createTcpServer((socket) => {
        viaProxy += 1;
        socket.destroy();
      }),
    );
    const port = await serve((_request, response) => response.writeHead(200, asHtml).end(html));
    const before = { ...process.env };
    process.env.HTTP_PROXY = process.env.http_proxy = process.env.ALL_PROXY = `http://127.0.0.1:${proxy}`;
    try {
      await page(`http://e.example.com:${port}/`, options(port));
    } finally {
      process.env = before;
    }
    expect(viaProxy).toBe(0);
  });
});

describe("F11, ASVS 1.3.6: an address that is not allowed gets no packet", () => {
  const closed = options(0, { allowLoopbackPort: undefined });

  it.each([
    ["all private", ["127.0.0.1"]],
    ["one private among public", ["1.1.1.1", "10.0.0.1", "8.8.8.8"]],
    ["public IPv4, private IPv6", ["1.1.1.1", "::1"]],
    ["mapped", ["::ffff:127.0.0.1"]],
    ["metadata", ["169.254.169.254"]],
    ["an answer that is no address", ["1.1.1.1", "cname.example"]],
  ])("a name with these answers: %s", async (_name, answers) => {
    const answer = await failure("http://a.example.com/", {
      ...closed,
      resolve: () => Promise.resolve(answers),
    });
    expect(answer.code).toBe("address-not-allowed");
    expect(connections).toEqual([]);
  });

  it("a listener on a port that may be opened stays silent", async ({ skip }) => {
    let heard = 0;
    const server = createTcpServer(() => void (heard += 1));
    const port = await listen(server, 8443).catch(() =>
      listen(
        createTcpServer(() => void (heard += 1)),
        8080,
      ),
    );
    if (port !== 8443 && port !== 8080) skip();
    for (const host of [
      "127.0.0.1",
      "localhost",
      "0x7f.1",
      "[::ffff:127.0.0.1]",
      "a.example.com",
      "0",
      "127.1",
    ]) {
      expect(await code(`http://${host}:${port}/`, closed)).toBe("address-not-allowed");
    }
    expect(heard).toBe(0);
    expect(connections).toEqual([]);
  });

  it("without the caller's explicit port, loopback stays closed even in a test", async () => {
    const port = await serve((_request, response) => response.end(html));
    expect(await code(`http://127.0.0.1:${port}/`, closed)).toBe("address-not-allowed");
    expect(await code(`http://127.0.0.1:${port}/`, options(port + 1))).toBe("address-not-allowed");
    expect(connections).toEqual([]);
  });

  it("the explicit port opens loopback only, no other private address", async () => {
    const port = 8080;
    const away = options(port, { resolve: () => Promise.resolve(["192.168.0.1"]) });
    expect(await code(`http://a.example.com:${port}/`, away)).toBe("address-not-allowed");
    expect(await code(`http://10.0.0.1:${port}/`, away)).toBe("address-not-allowed");
    expect(connections).toEqual([]);
  });

  it.runIf(existsSync(payloads))(
    "all addresses of the project's list, names resolving privately",
    async () => {
      const urls = (JSON.parse(readFileSync(payloads, "utf8")).urls as { url: string }[]).map(
        ({ url }) => url,
      );
      expect(urls.length).toBeGreaterThan(150);
      for (const url of urls) {
        const mixed = { ...closed, resolve: () => Promise.resolve(["1.1.1.1", "127.0.0.1"]) };
        expect([url, await code(url, mixed)]).toEqual([url, "address-not-allowed"]);
      }
      expect(connections).toEqual([]);
    },
  );
});

describe("names", () => {
  it("are resolved once a hop: a second, private answer is never asked for", async () => {
    let asked = 0;
    const port = await serve((_request, response) => response.writeHead(200, asHtml).end(html));
    const rebinding = () => Promise.resolve([asked++ === 0 ? "127.0.0.1" : "169.254.169.254"]);
    await page(`http://rebind.example.com:${port}/`, options(port, { resolve: rebinding }));
    expect(asked).toBe(1);
  });

  it("are judged again on each hop, with a new connection", async () => {
    let asked = 0;
    const port = await serve((_request, response) => response.writeHead(302, { location: "/again" }).end());
    const rebinding = () => Promise.resolve([asked++ === 0 ? "127.0.0.1" : "169.254.169.254"]);
    expect(await code(`http://rebind.example.com:${port}/`, options(port, { resolve: rebinding }))).toBe(
      "address-not-allowed",
    );
    expect([asked, connections.length]).toEqual([2, 1]);
  });

  it("that do not exist, or have no address, say so; a resolver that hangs runs into the time limit", async () => {
    const gone = () => Promise.reject(Object.assign(new Error("no"), { code: "ENOTFOUND" }));
    expect(await code("http://a.example.com/", options(1, { resolve: gone }))).toBe("name-not-found");
    expect(await code("http://a.example.com/", options(1, { resolve: () => Promise.resolve([]) }))).toBe(
      "name-not-found",
    );
    const hangs = () => new Promise<string[]>(() => undefined);
    expect(await code("http://a.example.com/", options(1, { resolve: hangs, timeoutMs: 200 }))).toBe(
      "timed-out",
    );
  });
});

describe("redirects", () => {
  it("are followed by hand, relative ones too, and are listed", async () => {
    const port = await serve((request, response) => {
      if (request.url === "/1")
        response.writeHead(301, { location: `two?x=${Buffer.from("ü").toString("latin1")}` }).end("ignored");
      else if (request.url?.startsWith("/two"))
        response.writeHead(308, { location: `//b.example.com:${port}/3#f` }).end();
      else response.writeHead(200, asHtml).end(html);
    });
    const at = `http://a.example.com:${port}`;
    const got = await page(`${at}/1`, options(port));
    expect(got.finalUrl).toBe(`http://b.example.com:${port}/3`);
    expect(got.redirects).toEqual([`${at}/1`, `${at}/two?x=%C3%BC`]);
    expect(connections).toHaveLength(3);
  });

  it.each([
    "http://127.0.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "//127.0.0.1/",
    "\\\\127.0.0.1\\",
    "http://[::1]/",
    "http://2130706433/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:6379/",
    "javascript:alert(1)",
    "http://x:y@a.example.com/",
    "http://private.example.com/",
    "http://",
  ])("to %s are refused before anything is opened", async (location) => {
    const port = await serve((_request, response) => response.writeHead(302, { location }).end());
    const resolve = (host: string) =>
      Promise.resolve([host === "private.example.com" ? "10.1.2.3" : "127.0.0.1"]);
    expect(await code(`http://a.example.com:${port}/`, options(port, { resolve }))).toBe(
      "address-not-allowed",
    );
    expect(connections).toEqual([`a.example.com:${port}`]);
  });

  it("end after the allowed number of hops", async () => {
    let asked = 0;
    const port = await serve((_request, response) =>
      response.writeHead(307, { location: `/${(asked += 1)}` }).end(),
    );
    expect(await code(`http://a.example.com:${port}/`, options(port))).toBe("too-many-redirects");
    expect(asked).toBe(4);
  });
});
