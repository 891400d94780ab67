import { mkdir, readFile, readdir, rm } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { runNode } from "./test/stages";
import { enterProject } from "./start/find-instance";

/** The experiments of the promises, each with the files that hold it and the Vitest project they run in. */
const experiments: Record<string, { title: string; project: "faults" | "db" | "unit"; files: string[] }> = {
  F1: {
    title: "PostgreSQL killed under writing",
    project: "faults",
    files: ["scripts/faults/f1-kill-postgres.fault.ts"],
  },
  F2: {
    title: "the server killed under writing",
    project: "faults",
    files: ["scripts/faults/f2-kill-server.fault.ts"],
  },
  F3: {
    title: "the connection lost at every question of a sign-off",
    project: "faults",
    files: ["scripts/faults/f3-lost-connection.fault.ts"],
  },
  F4: {
    title: "one idempotency key many times",
    project: "faults",
    files: ["scripts/faults/f4-idempotency.fault.ts"],
  },
  F5: {
    title: "many sign-offs at once",
    project: "faults",
    files: ["scripts/faults/f5-many-sign-offs.fault.ts"],
  },
  F6: {
    title: "editing while signing",
    project: "faults",
    files: ["scripts/faults/f6-edit-while-signing.fault.ts"],
  },
  F7: {
    title: "four eyes",
    project: "faults",
    files: ["scripts/faults/f7-four-eyes.fault.ts", "lib/database/guards-signing.db.test.ts"],
  },
  F8: {
    title: "fourteen tamperings by an administrator",
    project: "db",
    files: ["scripts/verify-log.db.test.ts"],
  },
  F11: {
    title: "hostile addresses",
    project: "unit",
    files: [
      "lib/articles/address-guard.test.ts",
      "lib/articles/fetch-page.server.test.ts",
      "lib/articles/fetch-page-limits.server.test.ts",
    ],
  },
  F15: {
    title: "backup under load, restore, verify",
    project: "db",
    files: ["lib/database/backup.db.test.ts"],
  },
  TWO: {
    title: "two app processes on one database",
    project: "faults",
    files: ["scripts/faults/two-processes.fault.ts"],
  },
  M1: {
    title: "the workflow against its model",
    project: "faults",
    files: ["scripts/faults/m1-workflow-model.fault.ts"],
  },
};

type Report = {
  name: string;
  title: string;
  passed: boolean;
  seconds: number;
  figures: Record<string, unknown>;
};

const usage = `Usage: npm run faults [-- names] [--short] [--json]. Names: ${Object.keys(experiments).join(", ")}`;

/** Runs one experiment; its histories, invocation by invocation, stay in `folder`. */
async function run(name: string, folder: string, isShort: boolean): Promise<Report> {
  const { title, files } = experiments[name]!;
  await rm(join(folder, `${name}.ndjson`), { force: true });
  const began = Date.now();
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--reporter=dot", ...files];
  const code = await runNode(vitest, { FAULTS_DIR: folder, FAULTS_LONG: isShort ? "0" : "1" });
  const seconds = Math.round((Date.now() - began) / 1000);
  return { name, title, passed: code === 0, seconds, figures: await figuresOf(name, folder) };
}

async function figuresOf(name: string, folder: string): Promise<Record<string, unknown>> {
  const text = await readFile(join(folder, `${name}.ndjson`), "utf8").catch(() => "");
  const lines = text.split("\n").filter((line) => line.includes('"event":"figures"'));
  return lines.length > 0 ? (JSON.parse(lines.at(-1)!) as { values: Record<string, unknown> }).values : {};
}

async function main(): Promise<number> {
  enterProject();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { short: { type: "boolean", default: false }, json: { type: "boolean", default: false } },
  });
  const names =
    positionals.length > 0 ? positionals.map((name) => name.toUpperCase()) : Object.keys(experiments);
  if (names.some((name) => !experiments[name])) {
    console.error(usage);
    return 2;
  }
  const folder = resolve("test-results/faults");
  await mkdir(folder, { recursive: true });
  const reports: Report[] = [];
  for (const name of names) {
    console.error(`── ${name}: ${experiments[name]!.title} ──`);
    reports.push(await run(name, folder, values.short));
  }
  if (values.json) {
    const machine = {
      node: process.version,
      cores: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
    };
    console.log(
      JSON.stringify({
        name: "faults",
        form: values.short ? "short" : "long",
        rows: reports,
        machine,
        date: new Date().toISOString(),
      }),
    );
  } else print(reports, await readdir(folder), folder);
  return reports.every(({ passed }) => passed) ? 0 : 1;
}

function print(reports: Report[], histories: string[], folder: string): void {
  for (const { name, title, passed, seconds, figures } of reports) {
    const told = Object.entries(figures).map(([what, value]) => `${what} ${String(value)}`);
    console.log(
      `${passed ? "pass" : "FAIL"}  ${name} ${title} (${seconds} s)${told.length > 0 ? `: ${told.join(", ")}` : ""}`,
    );
  }
  console.log(`Histories: ${histories.length} files in ${folder}`);
}

process.exitCode = await main();
