import { randomUUID } from "node:crypto";
import type { ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import { encode } from "next-auth/jwt";
import { freePort } from "@/lib/database/embedded.server";
import { withClient } from "@/lib/database/migrate.server";
import { ensureBuilt } from "../scripts/start/build";
import { endChild, startNode } from "../scripts/start/child-process";
import { waitUntilHealthy } from "../scripts/start/servers";
import { pointAt, type BenchDatabase } from "./data/bench-database";
import { megabytesOf } from "./measured";

export type RunningApp = {
  url: string;
  port: number;
  /** Resident megabytes of the process that answers. */
  megabytes: () => Promise<number | null>;
  end: () => Promise<void>;
};

const nextBinary = "node_modules/next/dist/bin/next";

/** The process that answers: `next start` may serve from a child of the one that was started. */
async function answering(child: ChildProcess): Promise<number> {
  const children = await readFile(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").catch(() => "");
  return Number(children.trim().split(" ")[0]) || child.pid!;
}

/** `next start` of a folder that was built, on a free port of this machine. */
export async function startNext(
  folder: string,
  env: Record<string, string>,
  { port, path = "/" }: { port?: number; path?: string } = {},
): Promise<RunningApp> {
  const at = { host: "127.0.0.1", port: port ?? (await freePort()) };
  const args = [nextBinary, "start", folder, "-p", String(at.port), "-H", at.host];
  const all = {
    ...process.env,
    NODE_ENV: "production",
    NODE_OPTIONS: "",
    NEXT_TELEMETRY_DISABLED: "1",
    ...env,
  };
  const child = startNode(args, all as NodeJS.ProcessEnv, "read");
  const url = `http://127.0.0.1:${at.port}`;
  if (folder === ".") await waitUntilHealthy(at, 60_000);
  else
    while (!(await fetch(url + path).catch(() => null))?.ok)
      await new Promise((wait) => setTimeout(wait, 100));
  return {
    url,
    port: at.port,
    megabytes: async () => megabytesOf(await answering(child)),
    end: () => endChild(child),
  };
}

/** The production app on a database of the benchmarks, built first where it has to be. */
export async function startApp(
  database: Pick<BenchDatabase, "home" | "appUrl">,
  { port, env = {} }: { port?: number; env?: Record<string, string> } = {},
): Promise<RunningApp> {
  await ensureBuilt({ log: (line) => console.error(line) });
  pointAt(database.home, database.appUrl);
  const at = port ?? (await freePort());
  const address = `http://localhost:${at}`;
  // Records name their publisher: what this process prepares for a signature in the app has to say the same.
  process.env.PUBLIC_URL = address;
  return startNext(
    ".",
    { PORT: String(at), HOST: "127.0.0.1", PUBLIC_URL: address, NEXTAUTH_URL: address, ...env },
    { port: at },
  );
}

/** The Cookie header of somebody who just signed in. */
export async function cookieOf(ownerUrl: string, userId: string, port: number): Promise<string> {
  const id = randomUUID();
  await withClient(ownerUrl, (client) =>
    client.query(
      `INSERT INTO session (id, "userId", "createdAt", "lastSeenAt", "expiresAt", "stepUpAt")
       VALUES ($1, $2, now(), now(), now() + interval '2 hours', now())`,
      [id, userId],
    ),
  );
  const value = await encode({ token: { sid: id }, secret: process.env.NEXTAUTH_SECRET!, maxAge: 7200 });
  return `countersign.session.${port}=${value}`;
}
