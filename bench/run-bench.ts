import { saveResult } from "./save-result";
import { exitCodeOf, newResult, readArguments, type Result } from "./measured";

export type Bench = ReturnType<typeof newResult> & ReturnType<typeof readArguments>;

/**
 * Runs one benchmark by the words of the command line; `--json` prints one object at the end and nothing else, `--save`
 * keeps it in bench/results. Ends as `exitCodeOf` its lines.
 */
export async function runBench(
  name: string,
  claims: number,
  measure: (bench: Bench) => Promise<void>,
): Promise<void> {
  const asked = readArguments(process.argv.slice(2), claims);
  const result = await measured(name, asked, measure);
  if (asked.isSaved) await saveResult(result, asked.claims);
  if (asked.isQuiet) console.log(JSON.stringify(result));
  process.exit(exitCodeOf(result.rows));
}

/** The same, for a program that runs several. */
async function measured(
  name: string,
  asked: ReturnType<typeof readArguments>,
  measure: (bench: Bench) => Promise<void>,
): Promise<Result> {
  const collected = newResult(name, asked.isQuiet);
  await measure({ ...collected, ...asked });
  return collected.result();
}
