import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { growthPicture } from "./growth-picture";
import type { Result } from "./measured";

const folder = "bench/results";

/** Writes what was measured into bench/results, under the benchmark's name; of how the desk grows with its picture. */
export async function saveResult(result: Result, claims: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${result.name}.json`), `${JSON.stringify({ claims, ...result }, null, 1)}\n`);
  if (result.name === "desk-scale") await writeFile(join(folder, "growth.svg"), growthPicture(result));
}
