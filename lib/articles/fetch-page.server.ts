import "server-only";
import { lookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Agent, errors, request } from "undici";
import { fail, ok, Refusal, refuse, type Failure, type Result } from "../core/result";
import { checkRedirect, checkUrl, loopbackAddress, portOf, publicAddress } from "./address-guard";
import { problem, statusFailure, tooLarge } from "./fetch-failures";
import { sniffKind } from "./sniff";

/** What the newsroom allows by default: 20 seconds in all, 15 MB after unpacking, five redirects. */
export const fetchLimits = { timeoutMs: 20_000, maxBytes: 15 * 1024 * 1024, maxHops: 5 } as const;

export type FetchPageOptions = {
  /** For everything together: looking up, all redirects, and the whole body. */
  timeoutMs: number;
  /** Of the body, counted both as it arrives and after unpacking. */
  maxBytes: number;
  /** How many redirects are followed. */
  maxHops: number;
  userAgent: string;
  /** Only used to read a `Retry-After` that is given as a date. */
  now?: Date;
  /** Asked before each redirect is followed; what it answers refuses the page. */
  mayFollow?: (to: URL) => Promise<Failure | null>;
  /** Name to IP addresses, asked once a hop; the operating system's resolver by default. */
  resolve?: (host: string) => Promise<string[]>;
  /** Ends the fetch early, which then fails with `stopped`. */
  stop?: AbortSignal;
  /** Tests and the local demo only, set in code and never from input: loopback may be opened at these ports. */
  allowLoopbackPort?: readonly number[];
  /** Of an earlier answer of the page at `of`: when it is still the same, the answer is a page of status 304 without bytes. */
  validators?: { of: string; etag?: string; lastModified?: string };
};

/** `headers` as received, in order, without cookies. `redirects` are the addresses that led on, first one first. */
export type FetchedPage = {
  finalUrl: string;
  status: number;
  headers: [string, string][];
  bytes: Uint8Array;
  /** The media type the bytes were accepted as: theirs by signature, else the declared one. */
  contentType: string;
  redirects: string[];
};

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const textual =
  /^(?:text\/(?!css$|javascript$)[a-z0-9.+-]+|application\/(?:xml|json|[a-z0-9.-]+\+(?:xml|json)))$/;
const maxHeaderBytes = 64 * 1024;
const maxAddresses = 8;
const redirectStatuses = [301, 302, 303, 307, 308];

/** Rejects when the time is up, also for work that cannot be stopped itself (a name lookup). */
function rejectOnAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

async function systemResolve(host: string): Promise<string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map((answer) => answer.address);
}

/** The addresses this hop may connect to. One forbidden answer among public ones refuses them all. */
export async function checkedAddresses(
  url: URL,
  options: FetchPageOptions,
  signal: AbortSignal,
): Promise<string[]> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const answers = isIP(host)
    ? [host]
    : await rejectOnAbort((options.resolve ?? systemResolve)(host), signal).catch((error: unknown) => {
        if (signal.aborted) throw error;
        return refuse(problem("name-not-found"));
      });
  if (answers.length === 0) refuse(problem("name-not-found"));
  const loopbackAllowed = options.allowLoopbackPort?.includes(portOf(url)) ?? false;
  const allowed = (ip: string) => publicAddress(ip) || (loopbackAllowed && loopbackAddress(ip));
  if (!answers.every(allowed)) refuse(problem("address-not-allowed"));
  return answers.slice(0, maxAddresses);
}

/** A connection pool of its own for one hop that can reach the checked addresses and nothing else. */
export function pinnedAgent(addresses: readonly string[], options: FetchPageOptions): Agent {
  const entries = addresses.map((address) => ({ address, family: isIP(address) }));
  const pinned: LookupFunction = (_host, lookupOptions, callback) => {
    const first = entries[0] ?? { address: "", family: 4 };
    if (lookupOptions.all) callback(null, entries);
    else callback(null, first.address, first.family);
  };
  const { timeoutMs } = options;
  return new Agent({
    allowH2: false,
    connections: 1,
    pipelining: 0,
    maxHeaderSize: maxHeaderBytes,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connect: { lookup: pinned, timeout: timeoutMs, rejectUnauthorized: true, autoSelectFamily: true },
  });
}

/** The unpacker for one content encoding (RFC 9110 §8.4.1), null for none; several at once are refused. */
function unpackerFor(encoding: string): Transform | null {
  const name = encoding.trim().toLowerCase();
  if (name === "" || name === "identity") return null;
  if (name === "gzip" || name === "x-gzip") return createGunzip();
  if (name === "deflate") return createInflate();
  if (name === "br") return createBrotliDecompress();
  return refuse(problem("unsupported-type"));
}

/** Reads the body to its end, or refuses at the limit, which holds before and after unpacking. */
async function readBody(body: Readable, encoding: string, maxBytes: number, signal: AbortSignal) {
  const chunks: Uint8Array[] = [];
  async function* limit(source: AsyncIterable<Uint8Array>) {
    let total = 0;
    for await (const chunk of source) {
      total += chunk.length;
      if (total > maxBytes) refuse(tooLarge(maxBytes));
      yield chunk;
    }
  }
  async function keep(source: AsyncIterable<Uint8Array>) {
    for await (const chunk of source) chunks.push(chunk);
  }
  const unpacker = unpackerFor(encoding);
  if (unpacker) await pipeline(body, limit, unpacker, limit, keep, { signal });
  else await pipeline(body, limit, keep, { signal });
  return new Uint8Array(Buffer.concat(chunks));
}

/** The media type the bytes may be kept as, or null. Their signature wins over what the site declares. */
function acceptedType(declared: string, bytes: Uint8Array): string | null {
  if (bytes.length === 0) return null;
  const type = (declared.split(";", 1)[0] ?? "").trim().toLowerCase();
  const kind = sniffKind(bytes, type);
  if (kind === "pdf") return "application/pdf";
  if (kind === "docx") return docx;
  if (kind === "binary" || kind === "recording") return null;
  if (type === "" || type === "application/octet-stream") return kind === "html" ? "text/html" : "text/plain";
  return textual.test(type) ? type : null;
}

/** Undici gives raw headers as one flat list; its types only know the parsed form. */
function headerPairs(raw: unknown): [string, string][] {
  const flat = raw as string[];
  const pairs: [string, string][] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) pairs.push([flat[i] ?? "", flat[i + 1] ?? ""]);
  return pairs.filter(([name]) => !/^set-cookie2?$/i.test(name));
}

/** The conditions of a request (RFC 9110 §13.1), sent only to the address whose answer they describe. */
function conditions(url: URL, { validators }: FetchPageOptions): Record<string, string> {
  if (!validators || validators.of !== url.href) return {};
  return {
    ...(validators.etag ? { "if-none-match": validators.etag } : {}),
    ...(validators.lastModified ? { "if-modified-since": validators.lastModified } : {}),
  };
}

type Hop = { location: string } | { page: Omit<FetchedPage, "redirects"> };

async function openHop(url: URL, options: FetchPageOptions, signal: AbortSignal): Promise<Hop> {
  const conditional = conditions(url, options);
  const agent = pinnedAgent(await checkedAddresses(url, options, signal), options);
  try {
    const answer = await request(url, {
      dispatcher: agent,
      signal,
      responseHeaders: "raw",
      headers: {
        "user-agent": options.userAgent,
        accept: `text/html,application/xhtml+xml,text/plain;q=0.9,application/pdf;q=0.9,${docx};q=0.9,*/*;q=0.1`,
        "accept-encoding": "gzip, br",
        ...conditional,
      },
    });
    answer.body.on("error", () => undefined);
    const status = answer.statusCode;
    const headers = headerPairs(answer.headers);
    const values = (name: string) =>
      headers.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value);
    const first = (name: string) => values(name)[0] ?? "";
    if (redirectStatuses.includes(status) && first("location")) return { location: first("location") };
    if (status === 304 && Object.keys(conditional).length > 0)
      return { page: { finalUrl: url.href, status, headers, bytes: new Uint8Array(), contentType: "" } };
    if (status < 200 || status > 299) refuse(statusFailure(status, first("retry-after"), options.now));
    if (Number(first("content-length")) > options.maxBytes) refuse(tooLarge(options.maxBytes));
    const bytes = await readBody(answer.body, values("content-encoding").join(","), options.maxBytes, signal);
    const contentType = acceptedType(first("content-type"), bytes) ?? refuse(problem("unsupported-type"));
    return { page: { finalUrl: url.href, status, headers, bytes, contentType } };
  } finally {
    await agent.destroy();
  }
}

/** The address to open, without its fragment. Every hop passes here. */
function opened(checked: Result<URL>): URL {
  if (!checked.ok) return refuse(checked.error);
  checked.value.hash = "";
  return checked.value;
}

async function follow(address: string, options: FetchPageOptions, signal: AbortSignal): Promise<FetchedPage> {
  const redirects: string[] = [];
  let url = opened(checkUrl(address, options.allowLoopbackPort));
  for (;;) {
    const hop = await openHop(url, options, signal);
    if ("page" in hop) return { ...hop.page, redirects };
    redirects.push(url.href);
    if (redirects.length > options.maxHops) refuse(problem("too-many-redirects"));
    url = opened(checkRedirect(url, hop.location, options.allowLoopbackPort));
    const objection = await rejectOnAbort(options.mayFollow?.(url) ?? Promise.resolve(null), signal);
    if (objection) refuse(objection);
  }
}

const tlsCode =
  /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|EPROTO)/;
const networkCode =
  /^(?:E[A-Z]+$|HPE_|UND_ERR_(?!INVALID_|NOT_SUPPORTED)|Z_|ERR_BROTLI|ERR_STREAM_PREMATURE_CLOSE|ERR__ERROR_)/;

/** What went wrong; null when it is a bug of ours and must be thrown. */
export function failureOf(error: unknown, signal: AbortSignal, stop?: AbortSignal): Failure | null {
  if (error instanceof Refusal) return error.failure;
  if (stop?.aborted) return problem("stopped");
  if (signal.aborted) return problem("timed-out");
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (error instanceof errors.HTTPParserError) return problem("refused");
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return problem("timed-out");
  if (code === "UND_ERR_HEADERS_OVERFLOW") return tooLarge(maxHeaderBytes);
  if (tlsCode.test(code)) return problem("tls");
  return networkCode.test(code) ? problem("refused") : null;
}

/**
 * Opens a stranger's address: with `postWebhook`, which takes its guards from here, the only place that does. Each hop is judged by `checkUrl`,
 * resolved once, refused if any of its addresses is not public, and connected to exactly those addresses
 * with the name kept for Host and TLS; redirects are followed by hand and judged again, cookies are neither
 * sent nor kept, proxies and pooled connections are never used, and headers, body (as sent and unpacked),
 * time and hops are capped. Failures, all of kind `invalid`: `address-not-allowed`, `name-not-found`,
 * `refused`, `stopped`, `timed-out`, `too-large`, `too-many-redirects`, `http-status` and `blocked` (401, 403, 451), both
 * with `extra.status`, `unsupported-type`, `tls`. Source: OWASP SSRF cheat sheet, ASVS 1.3.6 and 5.2.
 */
export async function fetchPage(url: string, options: FetchPageOptions): Promise<Result<FetchedPage>> {
  const { stop } = options;
  // A timer of our own: one inside `AbortSignal.any` is held by nothing, and is gone after a collection of garbage.
  const ending = new AbortController();
  const end = () => ending.abort();
  const timer = setTimeout(end, options.timeoutMs);
  if (stop?.aborted) end();
  stop?.addEventListener("abort", end, { once: true });
  try {
    return ok(await follow(url, options, ending.signal));
  } catch (error) {
    const failure = failureOf(error, ending.signal, stop);
    if (failure) return fail(failure);
    throw error;
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener("abort", end);
  }
}
