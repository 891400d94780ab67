import "server-only";
import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { SuggestedClaimDto } from "./dto";
import type { Document, ReadDocument } from "./read-document.server";
import type { DrawnPage } from "../captures/draw-page.server";
import { fail, type Result } from "../core/result";
import type { Figure } from "../figures/figure";
import type { ReadSheet } from "../imports/sheets";

/** What the process is asked: to read a document, or the sheets of a workbook, or to draw a page of a PDF. */
export type Asked =
  { document: Document } | { workbook: Uint8Array } | { draw: { bytes: Uint8Array; page: number } };

/**
 * What the process says: once that it has come up; of a document first itself, then of its words one after the other; of a workbook its sheets; of a
 * page its picture.
 */
export type Said = { id: number } & (
  | { isUp: true }
  | { result: Result<ReadDocument> }
  | { sheets: Result<ReadSheet[]> }
  | { drawn: Result<DrawnPage> }
  | { fault: string }
  | { figures: Omit<Figure, "id">[] }
  | { suggestedClaims: SuggestedClaimDto[] }
);

/**
 * Whether a fault says that there was no room for what was read: a pattern goes back over millions of letters without a
 * space, or the words of a few bytes come to more than a text can be.
 */
export const isTooComplex = (fault: string): boolean =>
  /^RangeError: (?:Maximum call stack|Invalid string length|Invalid array length)/.test(fault);

/** Who asked: hears what the process says, until nothing more is to be heard. */
export type Asker = { hear(said: Said): void; end(): void };

type Given = {
  /** So many may wait or be at work; whoever comes then is refused, in these words. */
  mostWaiting: number;
  busy: string;
};

const mostMemoryMb = 1_024;
/** Where much else is going on, a process takes its time to come up: nobody's file is to blame for that. */
const mostStartMs = 60_000;
/** Room for a page's tree and texts while they are young: moving them out of too little takes a fifth of the reading. */
const youngMemoryMb = 64;

/** A process that opens untrusted files, one thing at a time, and the line before it. */
class ApartProcess {
  private child: ChildProcess | null = null;
  private isUp: Promise<void> = Promise.resolve();
  private counter = 0;
  private isBusy: Promise<unknown> = Promise.resolve();
  private inLine = 0;
  private readonly askers = new Map<number, Asker>();

  constructor(private readonly given: Given) {}

  /**
   * Does this once everything before it in the line is done, and lets the next one in when `isOver`; refuses when the line
   * is long.
   */
  async inTurn<T>(work: () => Promise<{ answer: Result<T>; isOver?: Promise<unknown> }>): Promise<Result<T>> {
    if (this.inLine >= this.given.mostWaiting)
      return fail({ kind: "unavailable", code: "busy", detail: this.given.busy, retryAfterSeconds: 5 });
    this.inLine += 1;
    const turn = this.isBusy.then(work);
    this.isBusy = turn.then(({ isOver }) => isOver).catch(() => undefined);
    try {
      return (await turn).answer;
    } finally {
      this.inLine -= 1;
    }
  }

  /**
   * Asks the process; `patienceMs` after it has come up it is ended, and with it whoever still waits. `leave` says that all
   * was heard.
   */
  ask(asked: Asked, asker: Asker, patienceMs: number): { leave: () => void; tooLong: Promise<void> } {
    const id = (this.counter += 1);
    this.askers.set(id, asker);
    let timer: NodeJS.Timeout | undefined;
    let giveUp = () => undefined as void;
    const tooLong = new Promise<void>((done) => {
      giveUp = () => {
        this.stop();
        done();
      };
    });
    const wait = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, ms);
    };
    const forget = () => {
      clearTimeout(timer);
      this.askers.delete(id);
    };
    try {
      this.running().send({ id, ...asked });
      wait(mostStartMs + patienceMs);
      void this.isUp.then(() => this.askers.has(id) && wait(patienceMs));
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

  /** Ends the process; what is asked next starts another. For tests and shutdown. */
  stop(): void {
    this.child?.kill("SIGKILL");
    this.child = null;
    this.endAll();
  }

  private endAll(): void {
    for (const asker of this.askers.values()) asker.end();
  }

  private running(): ChildProcess {
    if (this.child) return this.child;
    const made = forkReader();
    // The first thing it says is that it is there.
    this.isUp = new Promise((done) => made.once("message", () => done()));
    made.on("message", (said: Said) => this.askers.get(said.id)?.hear(said));
    const onEnd = () => {
      if (this.child !== made) return;
      this.child = null;
      this.endAll();
    };
    // Out of memory is one way to end.
    made.on("error", onEnd).on("exit", onEnd);
    this.child = made;
    return made;
  }
}

/** It runs the source itself, as the start script does: it is no part of what Next bundles. */
function forkReader(): ChildProcess {
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
  return made;
}

/** What Next bundles for pages and for routes has one line and one process of each kind together. */
const held = globalThis as { countersignReadsApart?: ApartProcess; countersignDrawsApart?: ApartProcess };

/** Where documents are read: what people bring, and what is fetched. */
export const readingProcess = (held.countersignReadsApart ??= new ApartProcess({
  mostWaiting: 16,
  busy: "Many pages are being read at this moment. Try again in a few seconds.",
}));

/** Where pages of PDFs are drawn, with a line of its own: no picture keeps a document out. */
export const drawingProcess = (held.countersignDrawsApart ??= new ApartProcess({
  mostWaiting: 8,
  busy: "Many pages are being drawn at this moment. Try again in a few seconds, or open the file itself.",
}));
