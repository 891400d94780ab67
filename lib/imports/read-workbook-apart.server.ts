import "server-only";
import { readingPatienceMs } from "../articles/read-document-apart.server";
import { isTooComplex, readingProcess, type Said } from "../articles/reading-process.server";
import { fail, type Failure, type Result } from "../core/result";
import type { ReadSheet } from "./sheets";

const detail =
  "This file is built in a way that cannot be read in reasonable time. Copy the cells you need into a new file, or paste them.";
const tooComplex: Failure = {
  kind: "invalid",
  code: "too-complex",
  detail,
  issues: [{ code: "too-complex", field: "file", message: detail }],
};

/**
 * `readWorkbook` in a process of its own, after whatever is being read there: a file of a few bytes may take all memory and
 * time there is, and what ends then, after `patienceMs` at the latest, is that process.
 */
export function readWorkbookApart(
  workbook: Uint8Array,
  patienceMs = readingPatienceMs,
): Promise<Result<ReadSheet[]>> {
  return readingProcess.inTurn(async () => ({ answer: await readNow(workbook, patienceMs) }));
}

async function readNow(workbook: Uint8Array, patienceMs: number): Promise<Result<ReadSheet[]>> {
  let leave = () => undefined as void;
  try {
    return await new Promise<Result<ReadSheet[]>>((resolve, reject) => {
      const asker = {
        hear: (said: Said) => {
          if ("sheets" in said) resolve(said.sheets);
          else if ("fault" in said && isTooComplex(said.fault)) resolve(fail(tooComplex));
          else if ("fault" in said) reject(new Error(`Reading a workbook failed: ${said.fault}`));
        },
        end: () => resolve(fail(tooComplex)),
      };
      ({ leave } = readingProcess.ask({ workbook }, asker, patienceMs));
    });
  } finally {
    leave();
  }
}
