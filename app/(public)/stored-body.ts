import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

type Bytes = Uint8Array<ArrayBuffer>;
type Coding = "br" | "gzip";

/** Bytes of an answer, made once and sent many times; packed forms are made when first asked for. */
export type StoredBody = { bytes: Bytes; hash: string; packed: Map<Coding, Promise<Bytes>> };

/** Anybody's cache may keep an answer for 30 s and then asks again: with our own 20 s that stays inside a minute. */
export const shortlyShared = "public, max-age=0, s-maxage=30, must-revalidate";

const worthPackingBytes = 1_000;
const packers = { br: promisify(brotliCompress), gzip: promisify(gzip) };
const settings = {
  br: {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 6,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  },
  gzip: { level: 6 },
};

/** Keeps text or bytes with the SHA-256 that names them. */
export function storeBody(content: string | Uint8Array): StoredBody {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : Uint8Array.from(content);
  const hash = createHash("sha256").update(bytes).digest("base64url");
  return { bytes, hash, packed: new Map() };
}

/** The best coding the client takes (RFC 9110 §12.5.3); a coding with `q=0` is refused. */
function codingFor(accepted: string | null): Coding | null {
  const taken = new Set(
    (accepted ?? "")
      .toLowerCase()
      .split(",")
      .map((part) => part.trim().split(/\s*;\s*/))
      .filter(([, q]) => !/^q=0(\.0*)?$/.test(q ?? ""))
      .map(([coding]) => coding),
  );
  if (taken.has("br")) return "br";
  return taken.has("gzip") ? "gzip" : null;
}

function packedAs(body: StoredBody, coding: Coding): Promise<Bytes> {
  const known = body.packed.get(coding);
  if (known) return known;
  const pack: (bytes: Bytes, options: object) => Promise<Uint8Array> = packers[coding];
  const made = pack(body.bytes, settings[coding]).then((packed) => Uint8Array.from(packed));
  body.packed.set(coding, made);
  return made;
}

/** Whether `If-None-Match` names this body, in whatever coding it was sent. */
function isKnown(request: Request, hash: string): boolean {
  const tags = request.headers.get("if-none-match");
  if (tags === null) return false;
  return (
    tags.trim() === "*" ||
    (tags.match(/"[^"]*"/g) ?? []).some((tag) => tag.slice(1, -1).split(":")[0] === hash)
  );
}

/**
 * Answers with a stored body: a strong ETag for each coding, 304 to whoever has it, packed for whoever takes that.
 * `Vary` names the coding only. With a status other than 200 no condition is looked at (RFC 9110 §13.2.1).
 */
export async function answerWith(
  request: Request,
  body: StoredBody,
  { status = 200, headers }: { status?: number; headers: Record<string, string> },
): Promise<Response> {
  const isPacked = /^(font|image)\//.test(headers["Content-Type"] ?? "");
  const isPackable = !isPacked && body.bytes.byteLength >= worthPackingBytes;
  const coding = isPackable ? codingFor(request.headers.get("accept-encoding")) : null;
  const all = new Headers(headers);
  all.set("ETag", `"${coding ? `${body.hash}:${coding}` : body.hash}"`);
  if (isPackable) all.set("Vary", "Accept-Encoding");
  if (status === 200 && isKnown(request, body.hash)) {
    all.delete("Content-Type");
    return new Response(null, { status: 304, headers: all });
  }
  if (coding) all.set("Content-Encoding", coding);
  return new Response(coding ? await packedAs(body, coding) : body.bytes, { status, headers: all });
}
