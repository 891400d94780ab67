import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startEmbedded } from "../../lib/database/embedded.server";
import { allowAppLogin, migrateDatabase, withClient } from "../../lib/database/migrate.server";
import { useTestDatabase } from "../test/test-database";
import { isLong, newHistory, timeLeftMs } from "./history";
import { startDesk } from "./running-desk";
import { verifyLogOf } from "./verify-log-of";
import { bugsIn, untilBusy, violationsOf, writeUntil } from "./workload";

// For its home, its key and people made through the application; the server that is killed is another one.
const database = useTestDatabase();
const kills = isLong ? 30 : 3;
const pause = (ms: number) => new Promise((wait) => setTimeout(wait, ms));

/** A PostgreSQL as an instance runs it, durable, that can be killed and started again at the same place. */
async function startServer() {
  const home = await mkdtemp(join(tmpdir(), "countersign-faults-"));
  await chmod(home, 0o755);
  let server = await startEmbedded(home);
  const { port } = server;
  await withClient(server.adminUrl("postgres"), (client) => client.query("CREATE DATABASE countersign"));
  const ownerUrl = server.adminUrl("countersign");
  await migrateDatabase(ownerUrl);
  await allowAppLogin(ownerUrl, "faults");
  const appUrl = Object.assign(new URL(ownerUrl), {
    username: "countersign_app",
    password: "faults",
  }).toString();
  return {
    ownerUrl,
    appUrl,
    killAndRestart: async () => {
      process.kill(server.pid, "SIGKILL");
      await pause(50);
      server = await startEmbedded(home, { port });
    },
    end: async () => {
      await server.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

it(`F1: what was acknowledged is there once, and the log verifies, after PostgreSQL was killed ${kills} times under writing`, async () => {
  const history = newHistory("F1");
  const server = await startServer();
  const { closeDb } = await import("../../lib/core/db.server");
  await closeDb();
  process.env.DATABASE_URL = server.appUrl;
  const onServer = {
    ...database,
    appUrl: server.appUrl,
    home: database.home,
    makeViewer: makeViewerOn(server.appUrl),
  };
  const desk = await startDesk(onServer);
  let isOver = false;
  try {
    const writing = writeUntil(() => isOver, history, desk.post);
    let killed = 0;
    for (; killed < kills && timeLeftMs() > 0; killed += 1) {
      history.pace(killed, kills);
      await untilBusy(history, 20, killed);
      await server.killAndRestart();
    }
    await untilBusy(history, 20, killed);
    isOver = true;
    const written = await writing;
    const rows = await withClient(server.ownerUrl, async (client) => {
      const found = await client.query<{ text: string; n: number }>(
        "SELECT text, count(*)::int AS n FROM claim GROUP BY text",
      );
      return found.rows;
    });
    expect(violationsOf(written, new Map(rows.map(({ text, n }) => [text, n])))).toEqual([]);
    expect(bugsIn(history)).toEqual([]);
    expect(history.count("ok")).toBeGreaterThan(20 * killed);
    expect(await verifyLogOf(database.home)).toMatchObject({ ok: true });
    history.figures({
      kills: killed,
      acknowledged: history.count("ok"),
      unknown: history.count("unknown"),
      there: rows.length,
    });
  } finally {
    isOver = true;
    await desk.end();
    await closeDb();
    await server.end();
  }
});

function makeViewerOn(url: string): (typeof database)["makeViewer"] {
  return async (role, name) => {
    const id = `faults-${name.toLowerCase().replaceAll(" ", "-")}`;
    await withClient(url, (client) =>
      client.query(`INSERT INTO "user" (id, email, name, role) VALUES ($1, $2, $3, $4)`, [
        id,
        `${id}@test.example`,
        name,
        role,
      ]),
    );
    const via = { kind: "session", sessionId: "none", stepUpAt: null } as const;
    return {
      id,
      name,
      email: `${id}@test.example`,
      role,
      sees: "everything",
      via,
      scopes: ["read", "write"],
    };
  };
}
