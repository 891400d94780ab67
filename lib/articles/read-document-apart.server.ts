import "server-only";
import { fail, type Result } from "../core/result";
import type { Figure } from "../figures/figure";
import type { SuggestedClaimDto } from "./dto";
import { readDocument, type Document, type ReadDocument } from "./read-document.server";
import { isTooComplex, readingProcess, type Said } from "./reading-process.server";
import { sniffKind } from "./sniff";

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
    else if ("suggestedClaims" in said) this.suggestedClaims.resolve(said.suggestedClaims);
  }

  private break(fault: string): void {
    const isEnded = isTooComplex(fault);
    this.result.reject(isEnded ? new ReaderEnded() : new Error(`Reading a document failed: ${fault}`));
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
/** Text, cells and HTML this small is read here: it cannot be made slow enough for anybody to notice. */
const smallBytes = 16 * 1024;

/** A container (DOCX, XLSX, PDF) of a few bytes may unpack to a thousand times as many. */
function isSmall({ bytes, kind, contentType, fileName }: Document): boolean {
  if (bytes.length > smallBytes) return false;
  return ["html", "text", "csv"].includes(kind ?? sniffKind(bytes, contentType, fileName));
}

/**
 * `readDocument` in a process of its own, one document at a time: a page made to be slow keeps nobody waiting but whoever
 * sent it, and ends after `patienceMs` with a refusal that says what to do.
 */
export async function readDocumentApart(
  document: Document,
  patienceMs = readingPatienceMs,
): Promise<Result<ReadApart>> {
  if (isSmall(document)) return readDocument(document);
  return readingProcess.inTurn(() => readInLine(document, patienceMs));
}

type Reading = { answer: Result<ReadApart>; isOver?: Promise<unknown> };

async function readInLine(document: Document, patienceMs: number): Promise<Reading> {
  const task = new Task();
  const { leave, tooLong } = readingProcess.ask({ document }, task, patienceMs);
  try {
    const result = await task.result.promise;
    if (!result.ok) {
      leave();
      return { answer: result };
    }
    const ahead = { figures: task.figures.promise, suggestedClaims: task.suggestedClaims.promise };
    const isOver = Promise.race([ahead.suggestedClaims, tooLong]).finally(leave);
    return { answer: { ok: true, value: { ...result.value, document, ahead } }, isOver };
  } catch (error) {
    leave();
    if (error instanceof ReaderEnded) return { answer: tooComplex(document) };
    throw error;
  }
}

class ReaderEnded extends Error {}

function tooComplex({ bytes, kind, contentType, fileName }: Document): Result<ReadDocument> {
  const isSheet = !kind && ["csv", "xlsx"].includes(sniffKind(bytes, contentType, fileName));
  const detail = isSheet
    ? "This sheet has more rows than can be read in reasonable time. Save those that matter as a sheet of their own, and add that."
    : kind === "text"
      ? "This text cannot be read in reasonable time: its words or sentences never seem to end. Paste the part that matters."
      : "This page is built in a way that cannot be read in reasonable time. Paste its text instead.";
  return fail({ kind: "invalid", code: "too-complex", detail });
}
