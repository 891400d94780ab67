import "server-only";
import { drawingProcess, type Said } from "../articles/reading-process.server";
import { readingPatienceMs } from "../articles/read-document-apart.server";
import { fail, type Failure, type Result } from "../core/result";
import type { DrawnPage } from "./draw-page.server";

const tooComplex: Failure = {
  kind: "invalid",
  code: "too-complex",
  detail: "This page is built in a way that cannot be drawn in reasonable time. Open the file itself.",
};

/**
 * `drawPage` in a process of its own, one page at a time: what a stranger's file does there ends with that process, after
 * `patienceMs` at the latest (an ordinary page takes a tenth of a second). Page numbers are 1-based.
 */
export function drawPageApart(
  bytes: Uint8Array,
  page: number,
  patienceMs = readingPatienceMs,
): Promise<Result<DrawnPage>> {
  return drawingProcess.inTurn(async () => ({ answer: await drawNow(bytes, page, patienceMs) }));
}

async function drawNow(bytes: Uint8Array, page: number, patienceMs: number): Promise<Result<DrawnPage>> {
  let leave = () => undefined as void;
  try {
    return await new Promise<Result<DrawnPage>>((resolve, reject) => {
      const asker = {
        hear: (said: Said) => {
          if ("drawn" in said) resolve(said.drawn);
          else if ("fault" in said) reject(new Error(`Drawing a page failed: ${said.fault}`));
        },
        end: () => resolve(fail(tooComplex)),
      };
      ({ leave } = drawingProcess.ask({ draw: { bytes, page } }, asker, patienceMs));
    });
  } finally {
    leave();
  }
}
