import { fail, ok, type Result } from "../core/result";

const maxUrlLength = 2048;
const extraPorts = ["8080", "8443"];

/** The IANA IPv4 Special-Purpose Address Registry with multicast and the reserved class E. */
const refusedV4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.31.196.0", 24],
  ["192.52.193.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["192.175.48.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

/** What the IANA IPv6 Special-Purpose Address Registry takes out of 2000::/3. */
const refusedV6: readonly (readonly [string, number])[] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["2620:4f:8000::", 48],
  ["3fff::", 20],
];

/** Names that are never public: RFC 6761, RFC 6762, RFC 7686, RFC 8375, ICANN's `.internal`, and common house names. */
const privateSuffixes = [
  "arpa",
  "corp",
  "home",
  "i2p",
  "internal",
  "intranet",
  "invalid",
  "lan",
  "local",
  "localdomain",
  "localhost",
  "onion",
  "private",
  "svc",
];

function bitsOfV4(ip: string): bigint | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(ip);
  if (!match) return null;
  let bits = 0n;
  for (const part of match.slice(1)) {
    const octet = Number(part);
    if (octet > 255 || String(octet) !== part) return null;
    bits = (bits << 8n) | BigInt(octet);
  }
  return bits;
}

function bitsOfV6(ip: string): bigint | null {
  if (!ip.includes(":") || !/^[0-9a-f:.]{2,45}$/i.test(ip)) return null;
  const address = `http://[${ip}]/`;
  if (!URL.canParse(address)) return null;
  const [head = "", tail] = new URL(address).hostname.slice(1, -1).split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const zeros = new Array<string>(8 - left.length - right.length).fill("0");
  return [...left, ...zeros, ...right].reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}

function within(bits: bigint, prefix: bigint, prefixLength: number, size: number): boolean {
  const rest = BigInt(size - prefixLength);
  return bits >> rest === prefix >> rest;
}

/** ISATAP (RFC 5214) carries an IPv4 address behind `0:5efe` or `200:5efe` in the interface part of any prefix. */
function isIsatap(bits: bigint): boolean {
  return ((bits >> 32n) & 0xfdffffffn) === 0x5efen;
}

/**
 * Whether packets to this textual IP address would leave for the public internet: IPv4 outside every IANA
 * special-purpose block, or IPv6 inside 2000::/3 outside the special blocks and without an embedded IPv4 address.
 * Anything that is not a plain address (zone ids, octal, brackets, garbage) is `false`.
 */
export function publicAddress(ip: string): boolean {
  const v4 = bitsOfV4(ip);
  if (v4 !== null) {
    return !refusedV4.some(([prefix, length]) => within(v4, bitsOfV4(prefix) ?? 0n, length, 32));
  }
  const v6 = bitsOfV6(ip);
  if (v6 === null || v6 >> 125n !== 1n || isIsatap(v6)) return false;
  return !refusedV6.some(([prefix, length]) => within(v6, bitsOfV6(prefix) ?? 0n, length, 128));
}

/** Whether the textual address is this machine's own: 127.0.0.0/8 or ::1. */
export function loopbackAddress(ip: string): boolean {
  const v4 = bitsOfV4(ip);
  return v4 !== null ? v4 >> 24n === 127n : bitsOfV6(ip) === 1n;
}

/** The port the URL would be opened at, defaults filled in. */
export function portOf(url: URL): number {
  return Number(url.port || (url.protocol === "https:" ? 443 : 80));
}

function refused(detail: string): Result<URL> {
  return fail({ kind: "invalid", code: "address-not-allowed", detail });
}

function privateName(host: string): boolean {
  const labels = host.split(".");
  return labels.length < 2 || privateSuffixes.includes(labels[labels.length - 1] ?? "");
}

/** Why this host may not be opened, or null. `host` is a WHATWG-parsed hostname, so odd spellings of IPs are gone. */
function hostProblem(host: string): string | null {
  const literal = host.startsWith("[") ? host.slice(1, -1) : host;
  if (host.startsWith("[") || bitsOfV4(host) !== null) {
    return publicAddress(literal)
      ? null
      : "This address belongs to a private network. Give the page’s public address, or paste its text.";
  }
  if (host.length > 253 || host.split(".").some((label) => label === "" || label.length > 63)) {
    return "The site’s name in this address is not valid. Copy the address again from the browser.";
  }
  return privateName(host)
    ? "This name exists only inside a private network. Give the page’s public address, or paste its text."
    : null;
}

/**
 * Parses and judges a stranger's address before anything is looked up or opened. Success: the WHATWG URL with one
 * trailing dot taken off the host. Failure: kind `invalid`, code `address-not-allowed`. Allowed are http and https
 * without a name or password, on the scheme's own port, 8080 or 8443, at most 2,048 characters, to a public IP
 * or a name with at least two labels. Names still need every resolved address checked with `publicAddress`.
 * `loopbackPorts` lifts the port and host rules for those ports (tests and the local demo); the caller then
 * still has to hold the connection to loopback or public addresses. Source: OWASP SSRF cheat sheet, ASVS 1.3.6.
 */
export function checkUrl(input: string, loopbackPorts: readonly number[] = []): Result<URL> {
  const text = input.trim();
  if (text.length > maxUrlLength) {
    return refused("This address is longer than 2,048 characters. Give the page’s short address.");
  }
  if (!URL.canParse(text)) {
    return refused("This is not a full web address. It should look like https://example.com/story.");
  }
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return refused("Only addresses that begin with http:// or https:// can be opened.");
  }
  if (url.username || url.password) {
    return refused("This address carries a user name or password before an @ sign. Take that part out.");
  }
  if (url.hostname.endsWith(".")) url.hostname = url.hostname.slice(0, -1);
  if (url.href.length > maxUrlLength) {
    return refused("This address is longer than 2,048 characters. Give the page’s short address.");
  }
  if (loopbackPorts.includes(portOf(url))) return ok(url);
  if (url.port && !extraPorts.includes(url.port)) {
    return refused(
      `Port ${url.port} cannot be opened. Use the site’s ordinary address without a port number.`,
    );
  }
  const problem = hostProblem(url.hostname);
  return problem ? refused(problem) : ok(url);
}

/** Location arrives as Latin-1 characters (RFC 9110 §5.5); sites that put other letters there mean UTF-8. */
function locationText(location: string): string {
  const bytes = Uint8Array.from(location, (char) => char.charCodeAt(0));
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return text.includes("\uFFFD") ? location : text;
}

/**
 * Judges where a redirect leads, like an address that a person typed: `location` is the raw header, absolute
 * or relative to `from`. Failures as for `checkUrl`, and for a step down from https to http, which would let
 * anyone on the way change what is captured.
 */
export function checkRedirect(
  from: URL,
  location: string,
  loopbackPorts: readonly number[] = [],
): Result<URL> {
  const text = locationText(location);
  const checked = checkUrl(URL.canParse(text, from) ? new URL(text, from).href : text, loopbackPorts);
  if (checked.ok && from.protocol === "https:" && checked.value.protocol === "http:") {
    return refused(
      `The page leads from a secure address to an insecure one. Give that one if you trust it: ${checked.value.href}.`,
    );
  }
  return checked;
}
