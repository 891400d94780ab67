/**
 * How the desk grows: `npm run bench:desk-scale -- [--claims N] [--json] [--keep]`. Pages of the production app with 10,000
 * claims and with N, and each hot query beside the same statements by the driver alone.
 */
import { runBench } from "./run-bench";
import { measureDesk } from "./desk/measure";

await runBench("desk-scale", 100_000, measureDesk);
