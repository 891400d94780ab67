import "server-only";
import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { fail, type Result } from "../core/result";
import { readDocument, type Document, type ReadDocument } from "./read-document.server";

type Answer = { id: number; result?: Result<ReadDocument>; fault?: string };
type Waiting = { resolve: (answer: Answer) => void; reject: (error: Error) => void };

/** A page made to be slow may take its reader this long; an ordinary one takes a tenth of a second. */
export const readingPatienceMs = 20_000;
/** What is this small is read here: it cannot be made slow enough for anybody to notice. */
const smallBytes = 16 * 1024;
const mostWaiting = 16;
const mostMemoryMb = 1_024;

let reader: ChildProcess | null = null;
let counter = 0;
let isReading: Promise<unknown> = Promise.resolve();
let inLine = 0;
const waiting = new Map<number, Waiting>();

/**
 * `readDocument` in a process of its own, one document at a time: a page made to be slow keeps nobody waiting but whoever
 * sent it, and ends after `patienceMs` with a refusal that says what to do.
 */
export async function readDocumentApart(
  document: Document,
  patienceMs = readingPatienceMs,
): Promise<Result<ReadDocument>> {
  if (document.bytes.length <= smallBytes) return readDocument(document);
  if (inLine >= mostWaiting)
    return fail({
      kind: "unavailable",
      code: "busy",
      detail: "Many pages are being read at this moment. Try again in a few seconds.",
      retryAfterSeconds: 5,
    });
  inLine += 1;
  const turn = isReading.then(() => readNow(document, patienceMs));
  isReading = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    inLine -= 1;
  }
}

/** Ends the reading process; the next document starts another. For tests and shutdown. */
export function stopReading(): void {
  reader?.kill("SIGKILL");
  reader = null;
}

async function readNow(document: Document, patienceMs: number): Promise<Result<ReadDocument>> {
  const id = (counter += 1);
  const answered = new Promise<Answer>((resolve, reject) => waiting.set(id, { resolve, reject }));
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<"too-long">((done) => {
    timer = setTimeout(() => done("too-long"), patienceMs);
  });
  try {
    readingProcess().send({ id, document });
    const answer = await Promise.race([answered, tooLong]);
    if (answer === "too-long") {
      stopReading();
      return tooComplex(document);
    }
    // A pattern that goes back over millions of letters without a space runs out of room, not out of time.
    if (answer.fault?.startsWith("RangeError: Maximum call stack")) return tooComplex(document);
    if (answer.fault) throw new Error(`Reading a document failed: ${answer.fault}`);
    const { result } = answer;
    return result!.ok ? { ok: true, value: { ...result!.value, document } } : result!;
  } catch (error) {
    if (error instanceof ReaderEnded) return tooComplex(document);
    throw error;
  } finally {
    clearTimeout(timer);
    waiting.delete(id);
  }
}

class ReaderEnded extends Error {}

function tooComplex({ kind }: Document): Result<ReadDocument> {
  const detail =
    kind === "text"
      ? "This text cannot be read in reasonable time: its words or sentences never seem to end. Paste the part that matters."
      : "This page is built in a way that cannot be read in reasonable time. Paste its text instead.";
  return fail({ kind: "invalid", code: "too-complex", detail });
}

/** It runs the source itself, as the start script does: it is no part of what Next bundles. */
function readingProcess(): ChildProcess {
  if (reader) return reader;
  const file = join(/* turbopackIgnore: true */ process.cwd(), "scripts", "reader.ts");
  const made = fork(/* turbopackIgnore: true */ file, {
    execArgv: ["--conditions=react-server", "--import", "tsx", `--max-old-space-size=${mostMemoryMb}`],
    // Bytes go over as they are, and nothing of our secrets goes with them.
    serialization: "advanced",
    env: { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  // A reader in waiting keeps nothing alive.
  made.unref();
  made.channel?.unref();
  made.on("message", (answer: Answer) => waiting.get(answer.id)?.resolve(answer));
  const onEnd = () => {
    if (reader !== made) return;
    reader = null;
    for (const { reject } of waiting.values()) reject(new ReaderEnded());
  };
  // Out of memory is one way to end.
  made.on("error", onEnd).on("exit", onEnd);
  reader = made;
  return made;
}
