import { spawn, type ChildProcess } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const patienceMs = 300_000;

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}

function startServer(home: string, port: number): ChildProcess {
  const args = [
    "--conditions=react-server",
    "--import",
    "tsx",
    "--import",
    "./scripts/start/follow-parent.mjs",
    "scripts/start.ts",
  ];
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PORT: String(port),
    HOST: "127.0.0.1",
    COUNTERSIGN_HOME: home,
    COUNTERSIGN_DEMO: "1",
  };
  for (const name of [
    "DATABASE_URL",
    "DATABASE_OWNER_URL",
    "PUBLIC_URL",
    "NEXTAUTH_SECRET",
    "NEXTAUTH_URL",
    "NODE_ENV",
    "NODE_OPTIONS",
  ]) {
    delete env[name];
  }
  return spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
}

/** Resolves when the server says its address; throws with all that it said when it ends or is silent for too long. */
function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((done, failed) => {
    let said = "";
    const giveUp = (why: string) => failed(new Error(`${why}\n${said}`));
    const timer = setTimeout(() => giveUp("The server did not become ready."), patienceMs);
    const listen = (chunk: Buffer) => {
      said = (said + String(chunk)).slice(-20_000);
      if (!said.includes("Countersign runs at")) return;
      clearTimeout(timer);
      done();
    };
    server.stdout?.on("data", listen);
    server.stderr?.on("data", listen);
    server.once("exit", (code) => {
      clearTimeout(timer);
      giveUp(`The server ended with ${code}.`);
    });
  });
}

/** Lets fixtures write rows and sign cookies like the server: a session is made, not typed into the sign-in form. */
async function shareSecrets(home: string): Promise<void> {
  const instance = JSON.parse(await readFile(join(home, "instance.json"), "utf8")) as { databaseUrl: string };
  process.env.DATABASE_URL = instance.databaseUrl;
  process.env.NEXTAUTH_SECRET = await readFile(join(home, "cookie-secret"), "utf8");
  process.env.PUBLIC_URL = process.env.E2E_BASE_URL;
}

async function stopServer(server: ChildProcess): Promise<number | null> {
  if (server.exitCode !== null) return server.exitCode;
  const ended = new Promise<number | null>((done) => server.once("exit", (code) => done(code)));
  server.kill("SIGTERM");
  return ended;
}

/** Starts a production server with the demo on a port and in a folder of its own; the tests find both in the environment. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), "countersign-e2e-"));
  // The database account of a root user must be able to enter it.
  await chmod(home, 0o755);
  const port = await freePort();
  const server = startServer(home, port);
  process.env.E2E_BASE_URL = `http://localhost:${port}`;
  process.env.COUNTERSIGN_HOME = home;
  process.env.PORT = String(port);
  try {
    await untilReady(server);
    await shareSecrets(home);
  } catch (error) {
    await stopServer(server);
    throw error;
  }
  return async () => {
    const code = await stopServer(server);
    await rm(home, { recursive: true, force: true });
    if (code !== 0) throw new Error(`The server ended with ${code} when it was asked to end.`);
  };
}
