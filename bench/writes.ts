/**
 * How quickly the desk takes writes, every guard on: `npm run bench:writes -- [--claims N] [--json] [--keep]`. Commands run
 * in this process as the application's role, on a copy of a desk of N claims; beside them the same rows by bare SQL.
 */
import { runBench } from "./run-bench";
import { measureWrites } from "./writes/measure";

await runBench("writes", 10_000, measureWrites);
