import "server-only";
import { randomUUID } from "node:crypto";
import { rename, writeFile } from "node:fs/promises";
import { minuteMs } from "../core/durations";
import { logger } from "../core/log-problem.server";
import { headFault } from "../log/seal.server";
import { beatFile } from "./read-beat.server";
import type { WorkerBeat } from "./worker-beat";

const beatEveryMs = 5_000;

/** Writes the beat of this process's worker: `turn` after each turn at the log, `queueFailed` when the job queue says so. */
export function keepBeat(home: string) {
  const writer = randomUUID();
  let writtenAt = 0;
  let queue = { fault: "", at: -Infinity };
  return {
    queueFailed: (fault: string) => void (queue = { fault, at: Date.now() }),
    turn: async (sealing: string | null): Promise<void> => {
      const now = Date.now();
      if (now - writtenAt < beatEveryMs) return;
      writtenAt = now;
      const beat: WorkerBeat = {
        at: new Date(now).toISOString(),
        sealing,
        queue: now - queue.at < minuteMs ? queue.fault : null,
        heads: await headFault(),
      };
      try {
        // Of several workers in one home none renames what another is writing; the newest beat says that one is at work.
        const written = `${beatFile(home)}.${writer}`;
        await writeFile(written, JSON.stringify(beat));
        await rename(written, beatFile(home));
      } catch (error) {
        logger.error({ err: error }, "the worker cannot write that it is at work");
      }
    },
  };
}
