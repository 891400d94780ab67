import "server-only";
import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { SuggestedClaimDto } from "./dto";
import type { Document, ReadDocument } from "./read-document.server";
import type { DrawnPage } from "../captures/draw-page.server";
import { fail, type Result } from "../core/result";
import type { Figure } from "../figures/figure";

/** What the process is asked: to read a document, or to draw a page of a PDF. */
export type Asked = { document: Document } | { draw: { bytes: Uint8Array; page: number } };

/** What the process says: of a document first itself, then of its words one after the other; of a page its picture. */
export type Said = { id: number } & (
  | { result: Result<ReadDocument> }
  | { drawn: Result<DrawnPage> }
  | { fault: string }
  | { figures: Omit<Figure, "id">[] }
  | { suggestedClaims: SuggestedClaimDto[] }
);

/** Who asked: hears what the process says, until nothing more is to be heard. */
export type Asker = { hear(said: Said): void; end(): void };

const mostWaiting = 16;
const mostMemoryMb = 1_024;
/** Room for a page's tree and texts while they are young: moving them out of too little takes a fifth of the reading. */
const youngMemoryMb = 64;

let reader: ChildProcess | null = null;
let counter = 0;
let isBusy: Promise<unknown> = Promise.resolve();
let inLine = 0;
const askers = new Map<number, Asker>();

/**
 * Does this once everything before it in the line is done, and lets the next one in when `isOver`; refuses when the line
 * is long.
 */
export async function inTurn<T>(
  work: () => Promise<{ answer: Result<T>; isOver?: Promise<unknown> }>,
): Promise<Result<T>> {
  if (inLine >= mostWaiting)
    return fail({
      kind: "unavailable",
      code: "busy",
      detail: "Many pages are being read at this moment. Try again in a few seconds.",
      retryAfterSeconds: 5,
    });
  inLine += 1;
  const turn = isBusy.then(work);
  isBusy = turn.then(({ isOver }) => isOver).catch(() => undefined);
  try {
    return (await turn).answer;
  } finally {
    inLine -= 1;
  }
}

/** Asks the process; after `patienceMs` it is ended, and with it whoever still waits. `leave` says that all was heard. */
export function askReader(
  asked: Asked,
  asker: Asker,
  patienceMs: number,
): { leave: () => void; tooLong: Promise<void> } {
  const id = (counter += 1);
  askers.set(id, asker);
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<void>((done) => {
    timer = setTimeout(() => {
      stopReading();
      done();
    }, patienceMs);
  });
  const forget = () => {
    clearTimeout(timer);
    askers.delete(id);
  };
  try {
    readingProcess().send({ id, ...asked });
  } catch (error) {
    forget();
    throw error;
  }
  const leave = () => {
    forget();
    asker.end();
  };
  return { leave, tooLong };
}

/** Ends the reading process; the next document starts another. For tests and shutdown. */
export function stopReading(): void {
  reader?.kill("SIGKILL");
  reader = null;
  endAll();
}

function endAll(): void {
  for (const asker of askers.values()) asker.end();
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
  made.on("message", (said: Said) => askers.get(said.id)?.hear(said));
  const onEnd = () => {
    if (reader !== made) return;
    reader = null;
    endAll();
  };
  // Out of memory is one way to end.
  made.on("error", onEnd).on("exit", onEnd);
  reader = made;
  return made;
}
