import type { ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import { addressOf } from "../start/settings";
import { ensureBuilt } from "../start/build";
import { endChild, startNode } from "../start/child-process";
import { waitUntilHealthy } from "../start/servers";
import { freePort } from "../../lib/database/embedded.server";
import type { TestDatabase } from "../test/test-database";

export type Answer = { status: number; body: unknown };
export type RunningDesk = {
  url: string;
  /** Posts as a checker with a token. Throws when no answer came: the request may have happened or not. */
  post: (path: string, body: object, idempotencyKey?: string) => Promise<Answer>;
  /** `kill -9` of the real server process, and a new one on the same port. Answers the milliseconds until it answers again. */
  killAndRestart: () => Promise<number>;
  /** Asks the process to stop, as an operator does, and waits until it has. */
  end: () => Promise<void>;
};

/** `url` is another way to the database; `env` what this process is told besides; `folder` where another build lies. */
type Options = { url?: string; env?: Record<string, string>; folder?: string };

const nextServer = ["node_modules/next/dist/bin/next", "start"];

/** A token of a new checker, made through the application's own code. */
async function checkerToken(database: TestDatabase): Promise<string> {
  const { createToken } = await import("../../lib/accounts/tokens.server");
  const viewer = await database.makeViewer("checker", "Faulty Checker");
  const expiresAt = new Date(Date.now() + 86_400_000);
  const { token } = await createToken({
    userId: viewer.id,
    name: "faults",
    scopes: ["read", "write"],
    expiresAt,
  });
  return token;
}

/** The production server, as a process of its own that can be killed, on the test's database. */
export async function startDesk(
  database: TestDatabase,
  { url = database.appUrl, env: more = {}, folder = process.cwd() }: Options = {},
): Promise<RunningDesk> {
  if (folder === process.cwd()) await ensureBuilt({ log: () => undefined });
  const token = await checkerToken(database);
  const at = { host: "127.0.0.1", port: await freePort() };
  const address = addressOf(at.host, at.port);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: url,
    COUNTERSIGN_HOME: database.home,
    PORT: String(at.port),
    HOST: at.host,
    PUBLIC_URL: address,
    NEXTAUTH_URL: address,
    NODE_OPTIONS: "",
    ...more,
  };
  const start = async (): Promise<ChildProcess> => {
    const child = startNode([...nextServer, "-p", String(at.port), "-H", at.host], env, "read", folder);
    await waitUntilHealthy(at, 60_000);
    return child;
  };
  let server = await start();
  return {
    url: address,
    post: async (path, body, idempotencyKey) => {
      const response = await fetch(`${address}${path}`, {
        method: "POST",
        headers: {
          Authorization: `Bearer ${token}`,
          "Content-Type": "application/json",
          ...(idempotencyKey ? { "Idempotency-Key": idempotencyKey } : {}),
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(30_000),
      });
      return { status: response.status, body: await response.json() };
    },
    killAndRestart: async () => {
      const pid = await listeningPid(server);
      process.kill(pid, "SIGKILL");
      await endChild(server);
      const began = Date.now();
      server = await start();
      return Date.now() - began;
    },
    end: () => endChild(server),
  };
}

/** The process that answers: `next start` may serve from a child of the one that was started. */
async function listeningPid(server: ChildProcess): Promise<number> {
  const children = await readFile(`/proc/${server.pid}/task/${server.pid}/children`, "utf8").catch(() => "");
  return Number(children.trim().split(" ")[0]) || server.pid!;
}
