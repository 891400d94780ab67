import { spawn, type ChildProcess } from "node:child_process";

const patienceMs = 8_000;

/** Starts Node on `args` in a process group of its own, so that it and whatever it starts can be ended together. */
export function startNode(
  args: string[],
  env: NodeJS.ProcessEnv,
  output: "shown" | "read",
  cwd = process.cwd(),
): ChildProcess {
  const stream = output === "shown" ? "inherit" : "pipe";
  return spawn(process.execPath, args, { env, cwd, detached: true, stdio: ["ignore", stream, stream] });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-child.pid!, signal);
  } catch {
    // Nobody of the group is left.
  }
}

function isGroupAlive(child: ChildProcess): boolean {
  try {
    process.kill(-child.pid!, 0);
    return true;
  } catch {
    return false;
  }
}

/** Asks the process and its children to end, waits, and ends by force whoever is left after 8 seconds. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (!child.pid) return;
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
  const until = Date.now() + patienceMs;
  while (isGroupAlive(child) && Date.now() < until) {
    const hasEnded = child.exitCode !== null || child.signalCode !== null;
    if (hasEnded) signalGroup(child, "SIGTERM");
    await new Promise((wait) => setTimeout(wait, 50));
  }
  signalGroup(child, "SIGKILL");
}

/** Resolves with the exit code, 1 for a process ended by a signal or not started at all. */
export function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((done) => {
    child.once("error", () => done(1));
    child.once("close", (code) => done(code ?? 1));
  });
}
