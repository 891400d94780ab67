import "server-only";
import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { fail, type Result } from "../core/result";
import type { Figure } from "../figures/figure";
import type { SuggestedClaimDto } from "./dto";
import { readDocument, type Document, type ReadDocument } from "./read-document.server";

/**
 * What the reading process goes on to read in the words of a document once it has answered; null where it did not come to
 * that. The figures are of the main text as far as it is read closely, the suggestions of all of it.
 */
export type Ahead = {
  figures: Promise<Omit<Figure, "id">[] | null>;
  suggestedClaims: Promise<SuggestedClaimDto[] | null>;
};

/** A document that was read, with what is being read in its words meanwhile; a small one is read here, and nothing ahead. */
export type ReadApart = ReadDocument & { ahead?: Ahead };

/** What the process says: first the document, then of its words one after the other. */
export type Said =
  | { id: number; result: Result<ReadDocument> }
  | { id: number; fault: string }
  | { id: number; figures: Omit<Figure, "id">[] }
  | { id: number; suggestedClaims: SuggestedClaimDto[] };

type Deferred<T> = { promise: Promise<T>; resolve: (value: T) => void; reject: (error: Error) => void };

function deferred<T>(): Deferred<T> {
  let [resolve, reject]: [Deferred<T>["resolve"], Deferred<T>["reject"]] = [() => undefined, () => undefined];
  const promise = new Promise<T>((done, failed) => ([resolve, reject] = [done, failed]));
  return { promise, resolve, reject };
}

/** One document that is read. */
class Task {
  readonly result = deferred<Result<ReadDocument>>();
  readonly figures = deferred<Omit<Figure, "id">[] | null>();
  readonly suggestedClaims = deferred<SuggestedClaimDto[] | null>();

  hear(said: Said): void {
    if ("result" in said) this.result.resolve(said.result);
    else if ("fault" in said) this.break(said.fault);
    else if ("figures" in said) this.figures.resolve(said.figures);
    else this.suggestedClaims.resolve(said.suggestedClaims);
  }

  private break(fault: string): void {
    // A pattern that goes back over millions of letters without a space runs out of room, not out of time.
    const isTooComplex = fault.startsWith("RangeError: Maximum call stack");
    this.result.reject(isTooComplex ? new ReaderEnded() : new Error(`Reading a document failed: ${fault}`));
    this.end();
  }

  /** Nothing more is to be heard. */
  end(): void {
    this.result.reject(new ReaderEnded());
    this.figures.resolve(null);
    this.suggestedClaims.resolve(null);
  }
}

/** A page made to be slow may take its reader this long; an ordinary one takes a tenth of a second. */
export const readingPatienceMs = 20_000;
/** What is this small is read here: it cannot be made slow enough for anybody to notice. */
const smallBytes = 16 * 1024;
const mostWaiting = 16;
const mostMemoryMb = 1_024;
/** Room for a page's tree and texts while they are young: moving them out of too little takes a fifth of the reading. */
const youngMemoryMb = 64;

let reader: ChildProcess | null = null;
let counter = 0;
let isReading: Promise<unknown> = Promise.resolve();
let inLine = 0;
const tasks = new Map<number, Task>();

/**
 * `readDocument` in a process of its own, one document at a time: a page made to be slow keeps nobody waiting but whoever
 * sent it, and ends after `patienceMs` with a refusal that says what to do.
 */
export async function readDocumentApart(
  document: Document,
  patienceMs = readingPatienceMs,
): Promise<Result<ReadApart>> {
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
  isReading = turn.then(({ allRead }) => allRead).catch(() => undefined);
  try {
    return (await turn).read;
  } finally {
    inLine -= 1;
  }
}

/** Ends the reading process; the next document starts another. For tests and shutdown. */
export function stopReading(): void {
  reader?.kill("SIGKILL");
  reader = null;
  endTasks();
}

function endTasks(): void {
  for (const task of tasks.values()) task.end();
}

type Reading = { read: Result<ReadApart>; allRead: Promise<unknown> };

async function readNow(document: Document, patienceMs: number): Promise<Reading> {
  const id = (counter += 1);
  const task = new Task();
  tasks.set(id, task);
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<void>((done) => {
    timer = setTimeout(() => {
      stopReading();
      done();
    }, patienceMs);
  });
  const leave = () => {
    clearTimeout(timer);
    task.end();
    tasks.delete(id);
  };
  try {
    readingProcess().send({ id, document });
    const result = await task.result.promise;
    if (!result.ok) return { read: result, allRead: Promise.resolve(leave()) };
    const ahead = { figures: task.figures.promise, suggestedClaims: task.suggestedClaims.promise };
    const allRead = Promise.race([ahead.suggestedClaims, tooLong]).finally(leave);
    return { read: { ok: true, value: { ...result.value, document, ahead } }, allRead };
  } catch (error) {
    leave();
    if (error instanceof ReaderEnded) return { read: tooComplex(document), allRead: Promise.resolve() };
    throw error;
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
    execArgv: [
      "--conditions=react-server",
      "--import",
      "tsx",
      `--max-old-space-size=${mostMemoryMb}`,
      `--max-semi-space-size=${youngMemoryMb}`,
    ],
    // Bytes go over as they are, and nothing of our secrets goes with them.
    serialization: "advanced",
    env: { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  // A reader in waiting keeps nothing alive.
  made.unref();
  made.channel?.unref();
  made.on("message", (said: Said) => tasks.get(said.id)?.hear(said));
  const onEnd = () => {
    if (reader !== made) return;
    reader = null;
    endTasks();
  };
  // Out of memory is one way to end.
  made.on("error", onEnd).on("exit", onEnd);
  reader = made;
  return made;
}
