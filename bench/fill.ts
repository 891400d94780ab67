/**
 * Fills the desk that other benchmarks measure, and keeps it for them: `npm run bench:fill -- [--claims N] [--json]`.
 */
import { openBenchDatabase } from "./data/bench-database";
import { addFilling } from "./desk/measure";
import { runBench } from "./run-bench";

await runBench("fill", 1_000_000, async ({ add, claims }) => {
  const database = await openBenchDatabase(claims, { keep: true });
  await database.end();
  addFilling(add, database);
});
