import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createTcpServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer as createTlsServer } from "node:tls";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { closeListeners, listen, serve } from "../../scripts/test/local-listener";
import { fetchPage, type FetchPageOptions } from "./fetch-page.server";
import { failure, options } from "../../scripts/test/loopback-fetch";

const html = "<!doctype html><title>t</title><p>Ein Satz: süß.</p>";
const asHtml = { "content-type": "text/html; charset=utf-8" };

afterEach(closeListeners);

const serveRaw = (answer: (socket: Socket) => void) =>
  listen(createTcpServer((socket) => socket.once("data", () => answer(socket))));

const code = async (url: string, with_: FetchPageOptions) => (await failure(url, with_)).code;

describe("limits", () => {
  const zeros = Buffer.alloc(64 * 1024 * 1024);

  it.each([
    ["gzip", gzipSync(zeros, { level: 9 })],
    ["br", brotliCompressSync(zeros, { params: { 0: 0, 1: 5 } })],
    ["deflate", deflateSync(zeros, { level: 9 })],
  ])("ASVS 5.2: a %s bomb is cut off at the limit", async (encoding, bomb) => {
    expect(bomb.length).toBeLessThan(500_000);
    const port = await serve((_request, response) =>
      response.writeHead(200, { ...asHtml, "content-encoding": encoding }).end(bomb),
    );
    const before = process.memoryUsage().arrayBuffers;
    expect(await code(`http://a.example.com:${port}/`, options(port))).toBe("too-large");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  it("an endless body, and endless empty gzip members, are cut off", async () => {
    let sent = 0;
    let pour = Buffer.alloc(65_536, "a");
    let encoding = "identity";
    const port = await serve((_request, response) => {
      response.writeHead(200, { ...asHtml, "content-encoding": encoding });
      const more = () => {
        while (!response.destroyed && response.write(pour)) sent += pour.length;
      };
      response.on("drain", more);
      more();
    });
    expect(await code(`http://a.example.com:${port}/`, options(port))).toBe("too-large");
    expect(sent).toBeLessThan(20_000_000);
    pour = Buffer.concat(Array.from({ length: 2_000 }, () => gzipSync("")));
    encoding = "gzip";
    expect(await code(`http://a.example.com:${port}/`, options(port))).toBe("too-large");
  });

  it("a body that announces too much is not read", async () => {
    const port = await serve((_request, response) =>
      response.writeHead(200, { "content-length": "9000000000" }).write("x"),
    );
    expect(await code(`http://a.example.com:${port}/`, options(port))).toBe("too-large");
  });

  it.each([
    ["slow headers", (socket: Socket) => socket.write("HTTP/1.1 200 OK\r\n"), "X"],
    [
      "slow body",
      (socket: Socket) => socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
      "a",
    ],
    ["silence", () => undefined, ""],
  ])("%s run into the time limit", async (_name, begin, drip) => {
    const port = await serveRaw((socket) => {
      begin(socket);
      const timer = setInterval(() => drip && socket.writable && socket.write(drip), 20);
      socket.on("close", () => clearInterval(timer));
    });
    expect(await code(`http://a.example.com:${port}/`, options(port, { timeoutMs: 400 }))).toBe("timed-out");
  });

  it("time is up even when garbage is collected meanwhile", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const port = await serveRaw((socket) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
      const timer = setInterval(() => (collect(), socket.writable && socket.write("a")), 50);
      socket.on("close", () => clearInterval(timer));
    });
    expect(await code(`http://a.example.com:${port}/`, options(port, { timeoutMs: 400 }))).toBe("timed-out");
  });

  it.each([
    ["one of a megabyte", `X-A: ${"a".repeat(1_000_000)}\r\n`],
    ["ten thousand", "X-Header-Name: value\r\n".repeat(10_000)],
  ])("headers: %s are refused", async (_name, lines) => {
    const port = await serveRaw((socket) => socket.end(`HTTP/1.1 200 OK\r\n${lines}\r\n${html}`));
    expect(await code(`http://a.example.com:${port}/`, options(port))).toBe("too-large");
  });
});
describe("answers that are no page", () => {
  it.each([
    [401, "blocked"],
    [403, "blocked"],
    [451, "blocked"],
    [404, "http-status"],
    [410, "http-status"],
    [500, "http-status"],
    [304, "http-status"],
  ])("status %i is %s and is told", async (status, expected) => {
    const port = await serve((_request, response) => response.writeHead(status, asHtml).end());
    const answer = await failure(`http://a.example.com:${port}/`, options(port));
    expect([answer.code, answer.extra]).toEqual([expected, { status }]);
    expect(answer.detail).toContain(String(status));
  });

  it("Retry-After is read as seconds or as a date", async () => {
    const now = new Date("2026-01-02T03:04:05Z");
    let value = "120";
    const port = await serve((_request, response) => response.writeHead(429, { "retry-after": value }).end());
    const wait = async () =>
      (await failure(`http://a.example.com:${port}/`, options(port, { now }))).retryAfterSeconds;
    expect(await wait()).toBe(120);
    value = "Fri, 02 Jan 2026 03:05:05 GMT";
    expect(await wait()).toBe(60);
    value = "soon";
    expect(await wait()).toBeUndefined();
  });

  const elf = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]);
  it.each<[string, string | undefined, Buffer | string, string | null]>([
    ["HTML without a declared type", undefined, html, "text/html"],
    ["text without a declared type", undefined, "Only words.", "text/plain"],
    ["plain text", "text/plain", "Only words.", "text/plain"],
    ["XHTML", "application/xhtml+xml", html, "application/xhtml+xml"],
    ["a PDF that says so", "application/pdf", "%PDF-1.7\n%", "application/pdf"],
    ["a PDF that says HTML", "text/html", "%PDF-1.7\n%", "application/pdf"],
    ["HTML that says PDF", "application/pdf", html, null],
    ["a program that says HTML", "text/html", elf, null],
    ["a zip that says HTML", "text/html", "PK\x03\x04 archive", null],
    [
      "a Word document",
      "application/octet-stream",
      "PK\x03\x04 [Content_Types].xml word/document.xml",
      "docx",
    ],
    ["an image", "image/png", "\x89PNG\r\n\x1a\n", null],
    ["an SVG", "image/svg+xml", "<svg/>", null],
    ["a script", "text/javascript", "alert(1)", null],
    ["nothing", "text/html", "", null],
    ["gzip in gzip", "text/html", gzipSync(html), null],
  ])("%s", async (_name, type, body, expected) => {
    const port = await serve((_request, response) => {
      if (type) response.setHeader("content-type", type);
      response.setHeader("content-encoding", "gzip");
      response.end(gzipSync(body));
    });
    const result = await fetchPage(`http://a.example.com:${port}/`, options(port));
    if (expected)
      expect(result.ok && result.value.contentType).toContain(
        expected === "docx" ? "wordprocessing" : expected,
      );
    else expect(result).toMatchObject({ ok: false, error: { code: "unsupported-type" } });
  });

  it.each(["zstd", "compress", "gzip, gzip", "x"])("the packing %s is not opened", async (encoding) => {
    const port = await serve((_request, response) =>
      response.writeHead(200, { ...asHtml, "content-encoding": encoding }).end(html),
    );
    expect(await code(`http://a.example.com:${port}/`, options(port))).toBe("unsupported-type");
  });

  it.each([
    ["two different lengths", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\nhello"],
    ["a negative length", "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello"],
    [
      "a length that is not reached",
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\nhello",
    ],
    ["HTTP/0.9", "<html>hello"],
    ["another protocol", "SSH-2.0-OpenSSH_9.6\r\n"],
    ["nothing at all", ""],
    ["broken gzip", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nhello"],
    [
      "gzip cut short",
      `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n${gzipSync(html).subarray(0, 30).toString("latin1")}`,
    ],
  ])("%s counts as a refusal", async (_name, raw) => {
    const port = await serveRaw((socket) => socket.end(raw, "latin1"));
    expect(await code(`http://a.example.com:${port}/`, options(port))).toBe("refused");
  });

  it("a closed port counts as a refusal", async () => {
    const server = createTcpServer();
    const port = await listen(server);
    await closeListeners();
    expect(await code(`http://127.0.0.1:${port}/`, options(port))).toBe("refused");
  });
});

describe("TLS", () => {
  const folder = mkdtempSync(join(tmpdir(), "countersign-tls-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const files = ["-keyout", join(folder, "key.pem"), "-out", join(folder, "cert.pem")];
  const made = (() => {
    const request = [
      "req",
      "-x509",
      "-newkey",
      "rsa:2048",
      "-nodes",
      "-days",
      "2",
      "-subj",
      "/CN=a.example.com",
    ];
    try {
      execFileSync("openssl", [...request, ...files], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  })();

  it("plain HTTP on an https address is refused as tls", async () => {
    const port = await serveRaw((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    expect(await code(`https://a.example.com:${port}/`, options(port))).toBe("tls");
  });

  it.runIf(made)(
    "a self-signed certificate is refused, whatever the environment says; SNI is the name",
    async () => {
      const names: string[] = [];
      const server = createTlsServer({
        key: readFileSync(join(folder, "key.pem")),
        cert: readFileSync(join(folder, "cert.pem")),
        SNICallback: (name, done) => {
          names.push(name);
          done(null);
        },
      });
      const port = await listen(server);
      server.on("tlsClientError", () => undefined);
      process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
      try {
        expect(await code(`https://a.example.com:${port}/`, options(port))).toBe("tls");
      } finally {
        delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      }
      expect(names).toEqual(["a.example.com"]);
    },
  );
});
