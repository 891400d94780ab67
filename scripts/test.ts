import { ensurePrismaClient } from "./start/prisma-client";
import { enterProject } from "./start/find-instance";
import type { Found, Tally } from "./test/reports";
import { stagesOf, type Stage } from "./test/stages";

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

function describeTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

enterProject();
const began = Date.now();
await ensurePrismaClient();

const lines: string[] = [];
const failures: string[] = [];
const total: Tally = { passed: 0, failed: 0, skipped: 0 };
let isBuilt = true;
let isStopped = false;
// The running stage is told too, and counts as failed.
process.once("SIGTERM", () => (isStopped = true));

/** The first of a group is shown as it goes; what the others said, when each is over. */
async function runStage(stage: Stage, isFirst: boolean): Promise<void> {
  const since = Date.now();
  const needsBuild = stage.name === "end-to-end" || stage.name === "faults";
  const said: Buffer[] = [];
  const skip: boolean = needsBuild && !isBuilt;
  if (skip) console.log("Not run: there is no build to run it on.");
  const found: Found = skip
    ? { passed: 0, failed: 1, skipped: 0, failures: [] }
    : await stage.run(isFirst ? "inherit" : (chunk) => said.push(chunk));
  if (stage.name === "build") isBuilt = found.failed === 0;
  for (const key of ["passed", "failed", "skipped"] as const) total[key] += found[key];
  failures.push(...found.failures.map((failure) => `${stage.name}: ${failure}`));
  lines.push(`${stage.name.padEnd(11)} ${describeTally(found)} (${seconds(since)})`);
  console.log(Buffer.concat(said).toString() + lines.at(-1));
}

for (const group of stagesOf(process.argv.includes("--fast") ? "fast" : "all")) {
  if (isStopped) break;
  console.log(`\n── ${group.map(({ name }) => name).join(", ")} ──`);
  await Promise.all(group.map((stage, index) => runStage(stage, index === 0)));
}

console.log(
  `\n${lines.join("\n")}\nAll of it took ${seconds(began)}.${total.skipped > 0 ? ` ${total.skipped} skipped.` : ""}\n`,
);
// Said once more at the end: whoever reads only that has to know what to look for.
if (failures.length > 0) console.log(`Failed:\n${failures.join("\n")}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
