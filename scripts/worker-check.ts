import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readBeat } from "@/lib/health/read-beat.server";
import { beatProblems } from "@/lib/health/worker-beat";

/**
 * `npm run worker:check`: whether the worker of `COUNTERSIGN_HOME` works, by what it wrote there last. Ends with 0, or says
 * what is wrong and ends with 1. It asks no database and loads next to nothing, so that it can be asked every half minute.
 */
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const home = process.env.COUNTERSIGN_HOME ?? ".data";
// Where a home holds a demonstration and a desk, one of them has a folder in it (`folderOfKind`); one runs at a time.
const beats = await Promise.all([home, join(home, "desk"), join(home, "demo")].map(readBeat));
const [newest = null] = beats.filter((beat) => beat !== null).sort((a, b) => (a.at < b.at ? 1 : -1));
const problems = beatProblems(newest, new Date());
for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log("The worker is at work.");
process.exitCode = problems.length === 0 ? 0 : 1;
