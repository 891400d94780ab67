import "server-only";
import type { NextRequest } from "next/server";
import { fail, ok, type Result } from "./result";
import { cleanText } from "./text-input";

/** Largest JSON body: a 10 MB page plus its wrapping. */
export const maxBodyBytes = 12 * 1024 * 1024;

const tooLarge = {
  kind: "too_large" as const,
  code: "too-large",
  detail: "That is larger than 12 MB. Send the main part of it, or the page's address.",
};

/** A client that sends more than this is not waited for. */
const maxDiscardedBytes = 64 * 1024 * 1024;

async function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  for (let size = 0; size <= maxDiscardedBytes;) {
    const { done, value } = await reader.read();
    if (done) return;
    size += value.byteLength;
  }
  await reader.cancel();
}

/**
 * Reads what nobody read of a body, up to 64 MB, and forgets it. The server closes a connection on which an answer is sent
 * before the request is in, and a client that sends all of it first would never hear what the answer was.
 */
export async function discardBody(request: Request): Promise<void> {
  if (!request.body || request.body.locked) return;
  // Whoever broke off waits for no answer.
  await discard(request.body.getReader()).catch(() => undefined);
}

async function readBytes(request: NextRequest): Promise<Uint8Array | null> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > maxBodyBytes) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    size += value.byteLength;
    if (size > maxBodyBytes) {
      await discard(reader);
      return null;
    }
    chunks.push(value);
  }
}

/**
 * Reads a JSON body with a cap; an empty body is an empty object. Refuses `__proto__` and its kin as keys, and takes out
 * of every text what the database cannot hold.
 */
export async function readJson(request: NextRequest): Promise<Result<{ json: unknown; bytes: Uint8Array }>> {
  const bytes = await readBytes(request);
  if (!bytes) return fail(tooLarge);
  if (bytes.byteLength === 0) return ok({ json: {}, bytes });
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    return fail({
      kind: "unsupported_media",
      code: "json-only",
      detail: "Send the body as application/json.",
    });
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const json: unknown = JSON.parse(text, (key, value: unknown) => {
      if (key === "__proto__" || key === "constructor" || key === "prototype")
        throw new SyntaxError("reserved key");
      return typeof value === "string" ? cleanText(value) : value;
    });
    return ok({ json, bytes });
  } catch {
    return fail({ kind: "malformed", code: "not-json", detail: "The body is not valid JSON in UTF-8." });
  }
}
