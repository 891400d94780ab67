import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded, type EmbeddedServer } from "@/lib/database/embedded.server";

/** A PostgreSQL that lives as long as `work` and forgets everything: for checks and for writing migrations. */
export async function withScratchServer<T>(work: (server: EmbeddedServer) => Promise<T>): Promise<T> {
  const scratch = await startScratchServer();
  try {
    return await work(scratch.server);
  } finally {
    await scratch.end();
  }
}

/** The same, ended by the caller. */
export async function startScratchServer(): Promise<{ server: EmbeddedServer; end: () => Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), "countersign-scratch-"));
  // The database account of a root user must be able to enter it; what is inside keeps its own locks.
  await chmod(home, 0o755);
  const unsafe = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=200"];
  const server = await startEmbedded(home, { flags: unsafe.flatMap((setting) => ["-c", setting]) });
  // A run that breaks off leaves no server behind.
  const endNow = () => process.kill(server.pid, "SIGQUIT");
  process.once("exit", endNow);
  const end = async () => {
    process.off("exit", endNow);
    await server.stop();
    await rm(home, { recursive: true, force: true });
  };
  return { server, end };
}
