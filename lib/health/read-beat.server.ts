import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { WorkerBeat } from "./worker-beat";

/** Where the worker of `home` writes. */
export const beatFile = (home: string) => join(home, "worker-beat.json");

/** The beat of the worker of `home`; null when none was there, or its file is not one. */
export async function readBeat(home: string): Promise<WorkerBeat | null> {
  try {
    return JSON.parse(await readFile(beatFile(home), "utf8")) as WorkerBeat;
  } catch {
    return null;
  }
}
