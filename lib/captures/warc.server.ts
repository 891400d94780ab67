import "server-only";
import { createHash } from "node:crypto";
import { BaseSerializerBuffer, WARCRecord, WARCSerializer } from "warcio";

/** Bytes that are too many to hold: read from the beginning each time they are asked for. */
export type RereadableBytes = { length: number; read: () => AsyncIterable<Uint8Array> };

/** A capture with its bytes, as the archive file needs it. `headers` are those received, in order. */
export type WarcCapture = {
  id: string;
  articleId: string;
  sha256: string;
  method: "fetched" | "uploaded" | "pasted";
  capturedAt: Date;
  contentType: string | null;
  finalUrl: string | null;
  headers: [string, string][];
  bytes: Uint8Array | RereadableBytes;
};

/** Headers that describe how the body travelled; our bytes are the body itself, so they are kept under another name. */
const ofTransfer = /^(?:content-encoding|transfer-encoding|content-length|connection|keep-alive)$/i;

/**
 * A capture as a WARC 1.1 file (ISO 28500:2017), each record gzipped: warcinfo; a `response` with the headers as
 * received for what we fetched, a `resource` under the desk's own address for what a person brought; and a `metadata`
 * record that says how it came. Digests are `sha256:` and lowercase hex, the payload's being the capture's own hash.
 * The same capture gives the same bytes.
 */
export async function captureAsWarc(capture: WarcCapture, deskUrl: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of warcParts(capture, deskUrl)) parts.push(part);
  return Buffer.concat(parts);
}

/** The same, part by part as it is made. */
export async function* warcParts(capture: WarcCapture, deskUrl: string): AsyncGenerator<Uint8Array> {
  const date = capture.capturedAt.toISOString();
  const ownUrl = `${deskUrl.replace(/\/$/, "")}/desk/captures/${encodeURIComponent(capture.id)}`;
  const url = capture.method === "fetched" && capture.finalUrl ? capture.finalUrl : ownUrl;
  const ids = {
    info: recordId(capture.id, "warcinfo"),
    content: recordId(capture.id, "content"),
    metadata: recordId(capture.id, "metadata"),
  };
  const shared = { date, warcVersion: "WARC/1.1" as const };
  const info = WARCRecord.createWARCInfo(
    { ...shared, filename: warcFileName(capture), warcHeaders: { "WARC-Record-ID": ids.info } },
    {
      software: "Countersign",
      format: "WARC File Format 1.1",
      conformsTo: "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
    },
  );
  const content = contentRecord(capture, url, {
    "WARC-Record-ID": ids.content,
    "WARC-Warcinfo-ID": ids.info,
  });
  const metadata = WARCRecord.create(
    {
      ...shared,
      url,
      type: "metadata",
      warcHeaders: {
        "WARC-Record-ID": ids.metadata,
        "WARC-Warcinfo-ID": ids.info,
        "WARC-Refers-To": ids.content,
        "Content-Type": "application/warc-fields",
      },
    },
    oneChunk(Buffer.from(metadataFields(capture, ownUrl), "utf8")),
  );
  yield* new WARCSerializer(info, { ...packed, preferPako: true });
  const { bytes } = capture;
  if (bytes instanceof Uint8Array) yield* new WARCSerializer(content, { ...packed, preferPako: true });
  // Packed by the machine, not in our own thread, which others wait for.
  else yield* new WARCSerializer(content, packed, new UnbufferedBody(bytes));
  yield* new WARCSerializer(metadata, { ...packed, preferPako: true });
}

const packed = { gzip: true, digest: { algo: "sha-256", prefix: "sha256:", base32: false } };

/** What the serializer keeps a record in while it counts it: nothing, for what can be read again. */
class UnbufferedBody extends BaseSerializerBuffer {
  constructor(private readonly bytes: RereadableBytes) {
    super();
  }
  write(): void {}
  readAll(): AsyncIterable<Uint8Array> {
    return this.bytes.read();
  }
  purge(): void {}
}

function contentRecord(capture: WarcCapture, url: string, warcHeaders: Record<string, string>): WARCRecord {
  const shared = { url, date: capture.capturedAt.toISOString(), warcVersion: "WARC/1.1" as const };
  if (capture.method !== "fetched") {
    const type = capture.contentType ?? "application/octet-stream";
    const digest = `sha256:${capture.sha256}`;
    // The database saw that this is their hash: what is large need not be read once more for it.
    const known = { "WARC-Payload-Digest": digest, "WARC-Block-Digest": digest };
    const digests = capture.bytes instanceof Uint8Array ? {} : known;
    return WARCRecord.create(
      { ...shared, type: "resource", warcHeaders: { ...warcHeaders, ...digests, "Content-Type": type } },
      bytesOf(capture),
    );
  }
  return WARCRecord.create(
    {
      ...shared,
      type: "response",
      // Only pages that answered with success are captured; which one of the 2xx is not kept.
      statusline: "HTTP/1.1 200 OK",
      httpHeaders: responseHeaders(capture),
      keepHeadersCase: true,
      warcHeaders,
    },
    bytesOf(capture),
  );
}

/** The file's name when it is downloaded: ASCII, no spaces. */
export function warcFileName({ id, capturedAt }: Pick<WarcCapture, "id" | "capturedAt">): string {
  const time = capturedAt.toISOString().replace(/\D/g, "").slice(0, 14);
  return `countersign-${time}-${id.replace(/[^\w-]/g, "")}.warc.gz`;
}

function metadataFields(capture: WarcCapture, ownUrl: string): string {
  const fields = {
    sha256: capture.sha256,
    method: capture.method,
    capturedAt: capture.capturedAt.toISOString(),
    contentType: capture.contentType ?? "unknown",
    length: String(capture.bytes.length),
    capture: ownUrl,
  };
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, " ")}\r\n`)
    .join("");
}

function responseHeaders({ headers, bytes }: WarcCapture): [string, string][] {
  const kept = headers.map(([name, value]): [string, string] => [
    ofTransfer.test(name) ? `X-Archive-Orig-${name}` : name,
    value.replace(/[\r\n]+/g, " "),
  ]);
  return [...kept, ["Content-Length", String(bytes.length)]];
}

/** A UUID (version 8, RFC 9562) made of what the record is, so that a second download is the same file. */
function recordId(captureId: string, kind: string): string {
  const hex = createHash("sha256").update(`${captureId}\n${kind}`).digest("hex");
  const variant = ((parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ];
  return `<urn:uuid:${parts.join("-")}>`;
}

function bytesOf({ bytes }: WarcCapture): AsyncIterable<Uint8Array> {
  return bytes instanceof Uint8Array ? oneChunk(bytes) : bytes.read();
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
