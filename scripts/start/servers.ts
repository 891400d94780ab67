import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { standaloneServer } from "./build";
import { endChild, startNode } from "./child-process";
import type { Shutdown } from "./shutdown";

export type Mode = "production" | "development";

const nextBinary = "node_modules/next/dist/bin/next";
const tsx = ["--conditions=react-server", "--import", "tsx"];

/** Next's own command, or the server that it wrote for a tree without sources, which is told where by the environment. */
function webCommand(mode: Mode, at: { host: string; port: number }): string[] {
  if (mode === "production" && existsSync(standaloneServer)) return [standaloneServer];
  const command = mode === "production" ? "start" : "dev";
  return [nextBinary, command, "-p", String(at.port), "-H", at.host];
}

/** Starts the web server. When it ends by itself, the whole instance ends. */
export function startWeb(
  mode: Mode,
  at: { host: string; port: number },
  env: NodeJS.ProcessEnv,
  shutdown: Shutdown,
): ChildProcess {
  const follow = ["--import", "./scripts/start/follow-parent.mjs"];
  const child = startNode([...follow, ...webCommand(mode, at)], { ...env, HOSTNAME: at.host }, "shown");
  child.once("exit", (code, signal) => {
    if (!shutdown.isEnding)
      shutdown.end({ code: 1, because: `The web server ended unexpectedly (${signal ?? code}).` });
  });
  return child;
}

/** Starts the worker and starts it again whenever it ends, at once at first and then ever more slowly. */
export function keepWorker(env: NodeJS.ProcessEnv, shutdown: Shutdown): () => Promise<void> {
  let child: ChildProcess | undefined;
  let pauseMs = 1_000;
  const start = () => {
    if (shutdown.isEnding) return;
    const began = Date.now();
    child = startNode([...tsx, "scripts/worker.ts"], env, "shown");
    child.once("exit", (code, signal) => {
      if (shutdown.isEnding) return;
      pauseMs = Date.now() - began > 60_000 ? 1_000 : Math.min(pauseMs * 2, 30_000);
      console.error(
        `The worker ended unexpectedly (${signal ?? code}); starting it again in ${pauseMs / 1000} s.`,
      );
      setTimeout(start, pauseMs).unref();
    });
  };
  start();
  return async () => {
    if (child) await endChild(child);
  };
}

/** Waits until the web server says that it lives. Throws after `patienceMs`. */
export async function waitUntilHealthy(
  at: { host: string; port: number },
  patienceMs: number,
): Promise<void> {
  const host =
    { "0.0.0.0": "127.0.0.1", "::": "[::1]" }[at.host] ?? (at.host.includes(":") ? `[${at.host}]` : at.host);
  const until = Date.now() + patienceMs;
  let last = "no answer";
  while (Date.now() < until) {
    const answer = await fetch(`http://${host}:${at.port}/api/health`, {
      signal: AbortSignal.timeout(10_000),
    }).catch(() => null);
    if (answer?.ok) return;
    if (answer) last = `status ${answer.status}`;
    await new Promise((wait) => setTimeout(wait, 100));
  }
  throw new Error(`The web server did not become healthy within ${patienceMs / 1000} s (${last}).`);
}
