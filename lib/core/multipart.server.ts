import "server-only";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { fail, ok, type Result } from "./result";
import { cleanText } from "./text-input";

/** The text fields of a form by name, and what was made of its file; null when it had none. */
export type Posted<T> = { fields: Record<string, string>; file: T | null };

/** The form's fields are words of a person; the rest is the file. */
const limits = { fields: 40, fieldNameSize: 100, fieldSize: 16 * 1024, files: 1, headerPairs: 20 };
/** How much is read, and for how long at most. What is refused is read too, so that the answer is heard. */
type ReadLimits = { bytes: number; ms: number };
/** For a form without its file: all the fields that it may have. */
export const fieldsReadLimits: ReadLimits = { bytes: 1_048_576, ms: 30_000 };
const gigabyte = 1024 * 1024 * 1024;
const readLimits: Record<"staff" | "stranger", ReadLimits> = {
  staff: { bytes: 2 * gigabyte, ms: 3_600_000 },
  // Whose session ended has a whole recording to send before they hear of it; anybody may say they are one.
  stranger: { bytes: gigabyte, ms: 300_000 },
};
/** A sender who says nothing for so long is gone. */
const silenceMs = 60_000;

const notAForm = {
  kind: "unsupported_media" as const,
  code: "multipart-only",
  detail: "Send the file as a form does: multipart/form-data, the file in a field named “file”.",
};

const brokenOff = {
  kind: "malformed" as const,
  code: "upload-broken-off",
  detail: "The upload broke off before the file was complete. Nothing of it was kept; send it again.",
};

class BrokenOff extends Error {}

/**
 * Reads a multipart form as it comes (RFC 7578): `takeFile` gets the bytes of the field “file” and must read them to
 * their end, and the fields that stood before it; no more is taken in than it reads. What `takeFile` throws is thrown once all was read. A sender who breaks
 * off, or is silent for a minute, makes its bytes throw, and is answered as malformed.
 */
export async function readMultipart<T>(
  request: Request,
  takeFile: (bytes: AsyncIterable<Uint8Array>, before: Record<string, string>) => Promise<T>,
  most = readLimits.staff,
): Promise<Result<Posted<T>>> {
  const type = request.headers.get("content-type") ?? "";
  const parser = parserFor(type);
  if (!parser || !request.body) return fail(notAForm);
  const fields: Record<string, string> = {};
  const taking: { file?: Readable; taken?: Promise<T>; fault?: unknown } = {};
  parser.on("field", (name: string, value: string) => void (fields[name] = cleanText(value)));
  parser.on("file", (name: string, file: Readable) => {
    // A part that breaks off says so on its own, also when nobody reads it any more; unheard, that would end the process.
    file.on("error", () => undefined);
    if (name !== "file" || taking.file) return void file.resume();
    taking.file = file;
    taking.taken = takeFile(fileChunks(file), { ...fields });
    taking.taken.catch((error: unknown) => {
      taking.fault = error;
      // The rest is read and forgotten: the parser would wait for somebody to take it.
      file.resume();
    });
  });
  try {
    await pipeline(bodyChunks(request.body, most), parser);
  } catch (error) {
    taking.file?.destroy(error as Error);
    await taking.taken?.catch(() => undefined);
    if (taking.fault !== undefined && !(taking.fault instanceof BrokenOff)) throw taking.fault;
    return fail(brokenOff);
  }
  return ok({ fields, file: (await taking.taken) ?? null });
}

/** The words of a form that is refused whatever its file is; none when they cannot be read. */
export async function wordsOfForm(
  request: Request,
  from: "staff" | "stranger",
): Promise<Record<string, string>> {
  const posted = await readMultipart(request, drain, readLimits[from]);
  return posted.ok ? posted.value.fields : {};
}

/** Reads a file to its end and keeps nothing of it. */
export async function drain(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of bytes);
}

/** Null for what says no boundary between its parts. */
function parserFor(type: string): BusboyInstance | null {
  if (!/^multipart\/form-data\s*;/i.test(type)) return null;
  try {
    return new Busboy({ headers: { "content-type": type }, limits });
  } catch {
    return null;
  }
}

/** The bytes of a file; that they break off is no fault of whoever takes them. */
async function* fileChunks(file: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* file.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new BrokenOff(String(error));
  }
}

/** A body as it comes, while something comes. */
async function* bodyChunks(body: ReadableStream<Uint8Array>, most: ReadLimits): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  const endsAt = performance.now() + most.ms;
  for (let read = 0; read <= most.bytes;) {
    const left = endsAt - performance.now();
    if (left <= 0) throw new BrokenOff("too slow");
    const { done, value } = await withTimeout(reader.read(), Math.min(silenceMs, left));
    if (done) return;
    read += value.byteLength;
    yield value;
  }
  throw new BrokenOff("too much");
}

async function withTimeout<V>(work: Promise<V>, ms: number): Promise<V> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_done, failed) => {
    timer = setTimeout(() => failed(new BrokenOff("silent")), ms);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
