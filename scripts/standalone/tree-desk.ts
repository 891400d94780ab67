import { execFile, fork, type ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Asked, Said } from "@/lib/articles/reading-process.server";
import { freePort } from "@/lib/database/embedded.server";
import { withClient } from "@/lib/database/migrate.server";
import { endChild, startNode } from "../start/child-process";
import { startScratchServer } from "../start/with-database";

const run = promisify(execFile);
const tsx = ["--conditions=react-server", "--import", "tsx"];
const secret = "of-this-check-alone";

/** A desk that runs from a shipped tree, on a PostgreSQL of its own, as on another machine. */
export type TreeDesk = {
  url: string;
  /** Runs a program of the tree and answers what it printed; `more` is what it is told besides. Throws when it fails. */
  run: (program: string, args?: string[], more?: Record<string, string>) => Promise<string>;
  /** Asks the process that opens strangers' files, in the tree, until it said something of this kind. */
  ask: <Kind extends string>(asked: Asked, kind: Kind) => Promise<Extract<Said, Record<Kind, unknown>>>;
  home: string;
  /** Stops the app, does this and starts the app again. Throws with the words of a start that was refused. */
  restart: (meanwhile: () => Promise<void>) => Promise<void>;
  /** Stops app and worker as an operator does; answers how each ended. */
  stop: () => Promise<{ app: number | null; worker: number | null }>;
};

/** What of this process's environment another machine would have too. */
const bare = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, HOME: "/", NODE_ENV: "production" });

/** Both accounts and the database, by the script that is shipped for it. */
async function makeRoles(adminUrl: string): Promise<void> {
  const script = (await readFile("deploy/roles.sql", "utf8")).replace(/^--.*$/gm, "");
  const statements = script.replaceAll(/:(owner|app)_password/g, `'${secret}'`).split(";");
  await withClient(adminUrl, async (client) => {
    for (const statement of statements) if (statement.trim()) await client.query(statement);
  });
}

async function untilReady(url: string, app: ChildProcess, said: () => string): Promise<void> {
  const until = Date.now() + 180_000;
  // By then all that it said is here.
  let hasEnded = false;
  app.once("close", () => (hasEnded = true));
  while (Date.now() < until) {
    if (hasEnded) throw new Error(`The start ended with ${app.exitCode}:\n${said()}`);
    if ((await fetch(`${url}/api/ready`).catch(() => null))?.ok) return;
    await new Promise((wait) => setTimeout(wait, 200));
  }
  throw new Error(`Nothing answered at ${url} within three minutes:\n${said()}`);
}

function heard(child: ChildProcess): () => string {
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => (said = (said + String(chunk)).slice(-8_000)));
  return () => said;
}

function askIn(folder: string): TreeDesk["ask"] {
  return (asked, kind) =>
    new Promise((done, failed) => {
      const child = fork(join(folder, "scripts", "reader.ts"), {
        cwd: folder,
        env: bare(),
        execArgv: tsx,
        serialization: "advanced",
      });
      child.on("message", (said: Said) => {
        if ("fault" in said) failed(new Error(said.fault));
        if (!(kind in said)) return;
        done(said as never);
        child.disconnect();
      });
      child.once("exit", (code) => failed(new Error(`The reading process ended with ${code}.`)));
      child.send({ id: 1, ...asked });
    });
}

async function environmentOf(home: string) {
  const { server, end } = await startScratchServer();
  await makeRoles(server.adminUrl("postgres"));
  const database = (account: string) =>
    `postgresql://${account}:${secret}@127.0.0.1:${server.port}/countersign`;
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    ...bare(),
    PORT: String(port),
    PUBLIC_URL: url,
    COUNTERSIGN_HOME: home,
    DATABASE_URL: database("countersign_app"),
  };
  return { env, url, end, owner: { DATABASE_OWNER_URL: database("countersign_owner") } };
}

/** The processes of a desk in `folder`: its app, which can be stopped and started again, and its worker. */
function processesIn(folder: string, { env, owner, url }: Awaited<ReturnType<typeof environmentOf>>) {
  const start = (program: string, more: Record<string, string>) => {
    const child = startNode([...tsx, program], { ...env, ...more }, "read", folder);
    return { child, said: heard(child) };
  };
  const running: { app?: ChildProcess; worker?: ChildProcess } = {};
  return {
    running,
    startApp: async () => {
      const { child, said } = start("scripts/start.ts", {
        ...owner,
        COUNTERSIGN_DEMO: "1",
        COUNTERSIGN_WORKER: "0",
      });
      running.app = child;
      await untilReady(url, child, said);
    },
    startWorker: () => (running.worker = start("scripts/worker.ts", {}).child),
    end: () => Promise.all([running.app, running.worker].map((child) => child && endChild(child))),
  };
}

/** Starts app and worker of the tree in `folder` as the units of deploy/ do, with the demonstration in an empty database. */
export async function startTree(folder: string, home: string): Promise<TreeDesk> {
  const machine = await environmentOf(home);
  const { running, startApp, startWorker, end } = processesIn(folder, machine);
  const stop = async () => {
    await end();
    await machine.end();
    return { app: running.app?.exitCode ?? null, worker: running.worker?.exitCode ?? null };
  };
  try {
    await startApp();
    startWorker();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: machine.url,
    home,
    stop,
    restart: async (meanwhile) => {
      await endChild(running.app!);
      await meanwhile();
      await startApp();
    },
    ask: askIn(folder),
    run: async (program, args = [], more = {}) => {
      const how = program.endsWith(".ts") ? tsx : [];
      const options = { cwd: folder, env: { ...machine.env, ...machine.owner, ...more } };
      return (await run(process.execPath, [...how, program, ...args], options)).stdout;
    },
  };
}
