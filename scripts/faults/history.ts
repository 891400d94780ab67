import { appendFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** How an operation ended for whoever asked: `unknown` when no answer came, so that it may have happened or not. */
export type Outcome = "ok" | "fail" | "unknown";
export type Operation = {
  id: number;
  client: string;
  what: string;
  invokedAt: number;
  endedAt?: number;
  outcome?: Outcome;
  /** What was answered, for the check: ids, codes, versions. */
  answer?: unknown;
};

/** Whether the long form of an experiment is asked for; `npm run faults -- --short` and the tests ask for the short one. */
export const isLong = process.env.FAULTS_LONG === "1";
const folder = process.env.FAULTS_DIR;
/** When an experiment of many rounds begins no further one, and is judged by those that it made. */
const timeIsUp = Number(process.env.FAULTS_UNTIL ?? Infinity);
/** Milliseconds that are left to it; endless where nobody set an end. */
export const timeLeftMs = () => Math.max(0, timeIsUp - Date.now());

/** In the folder of the histories: how far an experiment is, and the wish that it stop. */
export const paceFile = (experiment: string) => `${experiment}.pace`;
export const stopFile = "stop";

/** A history of invocations and how each ended, kept in memory for the check and, when asked for, in a file. */
export function newHistory(experiment: string) {
  const operations: Operation[] = [];
  const write = (line: object) => {
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    appendFileSync(join(folder, `${experiment}.ndjson`), `${JSON.stringify(line)}\n`);
  };
  return {
    operations,
    invoke(client: string, what: string): Operation {
      const operation: Operation = { id: operations.length, client, what, invokedAt: Date.now() };
      operations.push(operation);
      write({ event: "invoke", ...operation });
      return operation;
    },
    end(operation: Operation, outcome: Outcome, answer?: unknown): void {
      Object.assign(operation, { outcome, answer, endedAt: Date.now() });
      write({ event: outcome, id: operation.id, at: operation.endedAt, answer });
    },
    count: (outcome: Outcome) => operations.filter((one) => one.outcome === outcome).length,
    /**
     * Says how far it is, before each round. Throws once a stop is asked for, so that the experiment ends what it started by
     * its own way out.
     */
    pace(done: number, of: number): void {
      if (!folder) return;
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, paceFile(experiment)), `${done} of ${of}`);
      if (existsSync(join(folder, stopFile))) throw new Error(`Stopped, as asked, after ${done} of ${of}.`);
    },
    /** Figures of the run, for the report. */
    figures(values: Record<string, number | string>): void {
      write({ event: "figures", experiment, values });
      console.log(
        `${experiment}: ${Object.entries(values)
          .map(([name, value]) => `${name} ${value}`)
          .join(", ")}`,
      );
    },
  };
}
