import { spawn, type ChildProcess } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/lib/database/embedded.server";

const tsx = ["--conditions=react-server", "--import", "tsx"];
const ours = [
  "COUNTERSIGN_DEMO",
  "DATABASE_URL",
  "DATABASE_OWNER_URL",
  "PUBLIC_URL",
  "HOST",
  "NEXTAUTH_SECRET",
  "NEXTAUTH_URL",
  "NODE_ENV",
  "NODE_OPTIONS",
  "OIDC_ISSUER",
  "OIDC_CLIENT_ID",
  "OIDC_CLIENT_SECRET",
  "OIDC_NAME",
];

export type Settings = { COUNTERSIGN_HOME: string; PORT: string } & Record<string, string>;

/** An empty home folder and a free port for an instance of a test's own. */
export async function newSettings(more: Record<string, string> = {}): Promise<Settings> {
  const home = await mkdtemp(join(tmpdir(), "countersign-e2e-"));
  // The database account of a root user must be able to enter it.
  await chmod(home, 0o755);
  return { COUNTERSIGN_HOME: home, PORT: String(await freePort()), ...more };
}

function environment(settings: Settings): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of ours) delete env[name];
  return { ...env, ...settings };
}

/** Runs one of the scripts to its end. */
export function runScript(
  script: string,
  args: string[],
  settings: Settings,
): Promise<{ code: number | null; said: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [...tsx, script, ...args], {
      env: environment(settings),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += String(chunk)));
    child.once("close", (code) => done({ code, said }));
  });
}

export type Server = { process: ChildProcess; url: string; settings: Settings; said: () => string };

/** Starts an instance and waits until it says its address; throws with all that it said when it does not. */
export async function startServer(settings: Settings, patienceMs = 300_000): Promise<Server> {
  const args = [...tsx, "--import", "./scripts/start/follow-parent.mjs", "scripts/start.ts"];
  const child = spawn(process.execPath, args, {
    env: environment(settings),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  await new Promise<void>((done, failed) => {
    const giveUp = (why: string) => failed(new Error(`${why}\n${said}`));
    const timer = setTimeout(() => giveUp("The server did not become ready."), patienceMs);
    const listen = (chunk: Buffer) => {
      said = (said + String(chunk)).slice(-20_000);
      if (said.includes("Ctrl-C stops it.")) done();
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("exit", (code) => giveUp(`The server ended with ${code}.`));
    child.once("exit", () => clearTimeout(timer));
  }).catch((error: unknown) => {
    child.kill("SIGTERM");
    throw error;
  });
  return { process: child, url: `http://localhost:${settings.PORT}`, settings, said: () => said };
}

/** Asks the instance to end and waits for it; answers its exit code. */
export async function stopServer(server: Server): Promise<number | null> {
  const child = server.process;
  if (child.exitCode !== null) return child.exitCode;
  const ended = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
  child.kill("SIGTERM");
  return ended;
}

/** Deletes the home folder of an instance that does not run. */
export function removeHome(settings: Settings): Promise<void> {
  return rm(settings.COUNTERSIGN_HOME, { recursive: true, force: true });
}

/** Stops the instance, if it runs, and deletes its home. */
export async function removeServer(server: Server | undefined): Promise<void> {
  if (!server) return;
  await stopServer(server);
  await removeHome(server.settings);
}
