import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const node = ["--conditions=react-server", "--import", "tsx"];

/** The demo's people, and tokens that lack something. */
export type Holder =
  | "checker1"
  | "checker2"
  | "editor1"
  | "editor2"
  | "admin"
  | "readOnly"
  | "withoutSign"
  | "checkerWithSign"
  | "expired"
  | "revoked";

export type Tokens = Record<Holder, string>;

let made: Promise<Tokens> | undefined;

/** A token for each holder on the running instance (`PORT`, `COUNTERSIGN_HOME`), made once in each worker. */
export function demoTokens(): Promise<Tokens> {
  made ??= run(process.execPath, [...node, "scripts/test/demo-tokens.ts"]).then(
    ({ stdout }) => JSON.parse(stdout.trim().split("\n").at(-1)!) as Tokens,
  );
  return made;
}

/** What `npm run token` prints for these arguments. */
export async function tokenCommand(...args: string[]): Promise<string> {
  return (await run(process.execPath, [...node, "scripts/token.ts", ...args])).stdout;
}
