import { createHash } from "node:crypto";

/** Bytes of an answer, made once and sent many times, with the SHA-256 that names them. */
export type StoredBody = { bytes: Uint8Array<ArrayBuffer>; hash: string };

/** Anybody's cache may keep an answer for 30 s and then asks again: with our own 20 s that stays inside a minute. */
export const shortlyShared = "public, max-age=0, s-maxage=30, must-revalidate";

/** Keeps text or bytes with their hash. */
export function storeBody(content: string | Uint8Array): StoredBody {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : Uint8Array.from(content);
  return { bytes, hash: createHash("sha256").update(bytes).digest("base64url") };
}

/** Whether `If-None-Match` names this body (RFC 9110 §13.1.2: compared weakly). */
function isKnown(request: Request, hash: string): boolean {
  const tags = request.headers.get("if-none-match");
  if (tags === null) return false;
  return tags.trim() === "*" || [...tags.matchAll(/"[^"]*"/g)].some(([tag]) => tag === `"${hash}"`);
}

/**
 * Answers with a stored body: ETag, and 304 to whoever has it. With a status other than 200 no condition is looked at
 * (RFC 9110 §13.2.1). Packing is left to the server: it drops `Content-Encoding` from what a handler answers, so a
 * body that is packed here would arrive as rubbish.
 */
export function answerWith(
  request: Request,
  body: StoredBody,
  { status = 200, headers }: { status?: number; headers: Record<string, string> },
): Response {
  const all = { ...headers, ETag: `"${body.hash}"` };
  if (status !== 200 || !isKnown(request, body.hash))
    return new Response(body.bytes, { status, headers: all });
  const { "Content-Type": _type, ...known } = all as Record<string, string>;
  return new Response(null, { status: 304, headers: known });
}
