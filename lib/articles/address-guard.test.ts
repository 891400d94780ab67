import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkRedirect, checkUrl, loopbackAddress, publicAddress } from "./address-guard";

const payloads = join(process.env.PAYLOADS_DIR ?? "../shared/payloads", "ssrf-urls.json");

const specialV4 = [
  ["0.0.0.0", "0.255.255.255"],
  ["10.0.0.0", "10.255.255.255"],
  ["100.64.0.0", "100.127.255.255"],
  ["127.0.0.0", "127.255.255.255"],
  ["169.254.0.0", "169.254.255.255"],
  ["172.16.0.0", "172.31.255.255"],
  ["192.0.0.0", "192.0.0.255"],
  ["192.0.2.0", "192.0.2.255"],
  ["192.88.99.0", "192.88.99.255"],
  ["192.168.0.0", "192.168.255.255"],
  ["198.18.0.0", "198.19.255.255"],
  ["198.51.100.0", "198.51.100.255"],
  ["203.0.113.0", "203.0.113.255"],
  ["224.0.0.0", "239.255.255.255"],
  ["240.0.0.0", "255.255.255.255"],
] as const;

const numberOf = (ip: string) => ip.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
const dotted = (n: number) => [24, 16, 8, 0].map((shift) => Math.floor(n / 2 ** shift) % 256).join(".");

describe("publicAddress", () => {
  it("refuses every special IPv4 block from its first to its last address, and in between", () => {
    for (const [first, last] of specialV4) {
      expect([first, publicAddress(first)]).toEqual([first, false]);
      expect([last, publicAddress(last)]).toEqual([last, false]);
      const inside = fc.integer({ min: numberOf(first), max: numberOf(last) });
      fc.assert(
        fc.property(inside, (n) => !publicAddress(dotted(n))),
        { numRuns: 50 },
      );
    }
  });

  it.each([
    "1.1.1.1",
    "8.8.8.8",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.0.1.0",
    "198.17.255.255",
    "198.20.0.0",
    "223.255.255.255",
    "2606:4700:4700::1111",
    "2a00:1450:4001::200e",
    "2001:200::1",
    "2001:4860:4860::8888",
    "3ffe::1",
  ])("allows %s, just outside the special blocks", (ip) => expect(publicAddress(ip)).toBe(true));

  it.each([
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::ffff:0:127.0.0.1",
    "64:ff9b::8.8.8.8",
    "64:ff9b:1::a9fe:a9fe",
    "100::1",
    "2001::1",
    "2001:10::1",
    "2001:1ff:ffff::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2620:4f:8000::1",
    "2a00:1450::5efe:7f00:1",
    "2a00:1450::200:5efe:7f00:1",
    "3fff::1",
    "3fff:fff::1",
    "4000::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "ff02::1",
  ])("refuses IPv6 %s", (ip) => expect(publicAddress(ip)).toBe(false));

  it.each([
    "",
    "localhost",
    "127.1",
    "0177.0.0.1",
    "08.8.8.8",
    "8.8.8.8.",
    " 8.8.8.8",
    "2a00::1%eth0",
    "[2a00::1]",
  ])("refuses %j, which is no plain address", (text) => expect(publicAddress(text)).toBe(false));

  it("never allows an address that carries a private IPv4 address in its last 32 bits under a known prefix", () => {
    const prefix = fc.constantFrom("::", "::ffff:", "::ffff:0:", "64:ff9b::", "64:ff9b:1::", "2a01::5efe:");
    fc.assert(fc.property(prefix, fc.ipV4(), (head, ip) => !publicAddress(head + ip)));
  });

  it("never throws and never allows text that is not an address", () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => typeof publicAddress(text) === "boolean"));
  });

  it("knows this machine's own addresses", () => {
    expect(["127.0.0.1", "127.9.9.9", "::1"].every(loopbackAddress)).toBe(true);
    expect(["128.0.0.1", "::2", "::ffff:127.0.0.1", "localhost"].some(loopbackAddress)).toBe(false);
  });
});

describe("checkUrl", () => {
  it.each([
    ["https://example.com/a?b=c#d", "https://example.com/a?b=c#d"],
    ["  http://example.com  ", "http://example.com/"],
    ["https://EXAMPLE.com:443/x", "https://example.com/x"],
    ["https://example.com.:8443/x", "https://example.com:8443/x"],
    ["http://example.com:8080/", "http://example.com:8080/"],
    ["https://münchen.example/ä", "https://xn--mnchen-3ya.example/%C3%A4"],
    ["http://1.1.1.1/", "http://1.1.1.1/"],
    ["http://[2606:4700:4700::1111]/", "http://[2606:4700:4700::1111]/"],
  ])("allows %s", (input, href) => {
    const result = checkUrl(input);
    expect(result.ok && result.value.href).toBe(href);
  });

  it.each([
    "",
    "example.com",
    "//example.com/",
    "ftp://example.com/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,x",
    "https://user@example.com/",
    "https://user:pass@example.com/",
    "http://example.com:22/",
    "http://example.com:443/",
    "https://example.com:80/",
    "http://example.com:0/",
    "http://localhost/",
    "http://LOCALHOST./",
    "http://db/",
    "http://db./",
    "http://foo.local/",
    "http://foo.Internal/",
    "http://foo.internal./",
    "http://foo.localhost/",
    "http://foo.onion/",
    "http://router.lan/",
    "http://1.0.0.127.in-addr.arpa/",
    "http://example.com../",
    "http://a..example.com/",
    `http://${"a".repeat(64)}.example.com/`,
    `https://example.com/${"a".repeat(2048)}`,
    `https://example.com/${"ä".repeat(500)}`,
    "http://0x7f.1/",
    "http://2130706433/",
    "http://017700000001/",
    "http://①②⑦.⓪.⓪.①/",
    "http://127。0。0。1/",
    "http://127.0.0.1./",
    "http://[::ffff:127.0.0.1]/",
    "http:127.0.0.1/",
    "http:\\\\127.0.0.1\\",
  ])("refuses %s with a sentence that says what to do", (input) => {
    const result = checkUrl(input);
    expect(result).toMatchObject({ ok: false, error: { kind: "invalid", code: "address-not-allowed" } });
    if (!result.ok) expect(result.error.detail).toMatch(/\. \S.*\.$|^Only addresses|^This is not a full/);
  });

  it("lifts port and host rules for a port that the caller names, and nothing else", () => {
    expect(checkUrl("http://127.0.0.1:4321/x", [4321]).ok).toBe(true);
    expect(checkUrl("http://localhost:4321/x", [4321]).ok).toBe(true);
    expect(checkUrl("http://127.0.0.1:4322/x", [4321]).ok).toBe(false);
    expect(checkUrl("ftp://127.0.0.1:4321/x", [4321]).ok).toBe(false);
    expect(checkUrl("http://a:b@127.0.0.1:4321/x", [4321]).ok).toBe(false);
  });
});

describe("checkRedirect", () => {
  const from = new URL("https://a.example.com/x/y?z=1");
  const utf8 = (text: string) => Buffer.from(text).toString("latin1");

  it.each([
    ["/b", "https://a.example.com/b"],
    ["b?c", "https://a.example.com/x/b?c"],
    ["//b.example.com/", "https://b.example.com/"],
    ["https://b.example.com:8443/", "https://b.example.com:8443/"],
    [utf8("/süß/한국"), "https://a.example.com/s%C3%BC%C3%9F/%ED%95%9C%EA%B5%AD"],
    ["/s\u00fcd", "https://a.example.com/s%C3%BCd"],
  ])("to %j leads to %s", (location, href) => {
    const result = checkRedirect(from, location);
    expect(result.ok && result.value.href).toBe(href);
  });

  it.each([
    "http://b.example.com/",
    "//127.0.0.1/",
    "file:///etc/passwd",
    "https://b:c@d.example.com/",
    "https://",
  ])("to %s is refused", (location) => {
    expect(checkRedirect(from, location)).toMatchObject({
      ok: false,
      error: { code: "address-not-allowed" },
    });
  });

  it("from http to https, and from http to http, is allowed", () => {
    const plain = new URL("http://a.example.com/");
    expect(checkRedirect(plain, "https://a.example.com/").ok).toBe(true);
    expect(checkRedirect(plain, "/b").ok).toBe(true);
  });
});

describe.runIf(existsSync(payloads))("ASVS 1.3.6: the project's list of hostile addresses", () => {
  type Entry = { kind: string; url: string };
  const entries: Entry[] = existsSync(payloads) ? JSON.parse(readFileSync(payloads, "utf8")).urls : [];

  it("refuses each of them by form, or leaves only a public-looking name to the resolver's check", () => {
    const left = entries.filter(({ url }) => checkUrl(url).ok);
    for (const { url } of left) expect(new URL(url).hostname).toMatch(/[a-z]/i);
    const kinds = new Set(left.map(({ kind }) => kind));
    expect([...kinds].filter((kind) => !["dns", "name", "parser", "numeric"].includes(kind))).toEqual([]);
    expect(left.filter(({ kind }) => kind !== "dns").map(({ url }) => new URL(url).hostname)).toEqual([
      "xn--xvhcp.0.0.xn--xvh",
      "example.com",
      "metadata.amazonaws.com",
    ]);
  });
});
