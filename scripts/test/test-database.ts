import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import type { Viewer } from "../../lib/access/viewer";
import type { Role } from "../../lib/claims/vocabulary";
import { refuseTemporaryTables, withClient } from "../../lib/database/migrate.server";

type Row = Record<string, unknown>;
type Sql = <T extends Row = Row>(text: string, values?: unknown[]) => Promise<T[]>;

/** A migrated database of this test file's own. The addresses and connections are there from `beforeAll` on. */
export type TestDatabase = {
  /** As the application's role. */
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** Folder with a signing key, as `COUNTERSIGN_HOME` names it. */
  readonly home: string;
  /** Raw SQL as the application's role: what a fault of ours could do. */
  sql: Sql;
  /** Raw SQL as the owner, for setting a scene. */
  sqlOwner: Sql;
  /** An account with a browser session, its password just given. */
  makeViewer: (role: Role, name: string) => Promise<Viewer>;
};

const serverUrl = (name: string) => Object.assign(new URL(inject("adminUrl")), { pathname: `/${name}` });

function appAddress(name: string): string {
  const url = serverUrl(name);
  url.username = "countersign_app";
  url.password = inject("appPassword");
  return url.toString();
}

function querying(pool: () => pg.Pool | undefined): Sql {
  return async <T extends Row>(text: string, values: unknown[] = []) => {
    const open = pool();
    if (!open) throw new Error("The test database is there from beforeAll on.");
    return (await open.query<T>(text, values)).rows;
  };
}

const onServer = (work: string) => withClient(inject("adminUrl"), (client) => client.query(work));

/**
 * Drops a database once its last connection is closed. A pool says that it has ended a little before it has, and ending
 * its connections by force would be an error nobody listens for. What cannot be dropped goes with the server.
 */
export async function dropWhenUnused(name: string): Promise<void> {
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const done = await onServer(`DROP DATABASE IF EXISTS ${name}`).then(
      () => true,
      (error: { code?: string }) => error.code !== "55006",
    );
    if (done) return;
    await new Promise((wait) => setTimeout(wait, 50));
  }
}

/** Sets what the code under test reads from its environment; nothing of it is read before it is first used. */
async function setEnvironment(appUrl: string, home: string): Promise<void> {
  Object.assign(process.env, {
    DATABASE_URL: appUrl,
    COUNTERSIGN_HOME: home,
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    NEXTAUTH_URL: "http://localhost:3000",
    PUBLIC_URL: "http://localhost:3000",
    PORT: "3000",
    HOST: "127.0.0.1",
    COUNTERSIGN_DEMO: "0",
    COUNTERSIGN_SECOND_FACTOR: "offered",
  });
  const { ensureSigningKey } = await import("../../lib/publications/signing-key.server");
  await ensureSigningKey(home, new Date("2026-01-01T00:00:00Z"));
}

async function closeCodeUnderTest(): Promise<void> {
  const { closeQueue } = await import("../../lib/jobs/queue.server");
  const { closeDb } = await import("../../lib/core/db.server");
  const { stopListening } = await import("../../lib/core/database-notices.server");
  await stopListening();
  await closeQueue();
  await closeDb();
}

async function insertViewer(sql: Sql, role: Role, name: string): Promise<Viewer> {
  const { newId } = await import("../../lib/core/new-id.server");
  const [id, sessionId] = [newId(), newId()];
  const email = `${name.toLowerCase().replace(/[^a-z0-9]+/g, ".")}.${id}@test.example`;
  await sql(`INSERT INTO "user" (id, email, name, role) VALUES ($1, $2, $3, $4)`, [id, email, name, role]);
  const now = new Date();
  await sql(`INSERT INTO session (id, "userId", "expiresAt", "stepUpAt") VALUES ($1, $2, $3, $4)`, [
    sessionId,
    id,
    new Date(now.getTime() + 86_400_000),
    now,
  ]);
  return {
    id,
    name,
    email,
    role,
    sees: "everything",
    // Long experiments go on for longer than a proof of who one is counts.
    via: { kind: "session", sessionId, stepUpAt: new Date(now.getTime() + 86_400_000) },
    scopes: ["read", "write", "sign"],
  };
}

/**
 * Gives a test file (`*.db.test.ts`) a database of its own and points the code under test at it. Call it once, at the
 * top of the file or of a `describe`.
 */
export function useTestDatabase(): TestDatabase {
  const name = `test_${randomBytes(8).toString("hex")}`;
  let app: pg.Pool | undefined;
  let owner: pg.Pool | undefined;
  let home = "";

  beforeAll(async () => {
    await onServer(`CREATE DATABASE ${name} TEMPLATE countersign_template`);
    await withClient(serverUrl(name).toString(), refuseTemporaryTables);
    home = await mkdtemp(join(tmpdir(), "countersign-test-"));
    app = new pg.Pool({ connectionString: appAddress(name), max: 4 });
    owner = new pg.Pool({ connectionString: serverUrl(name).toString(), max: 4 });
    await setEnvironment(appAddress(name), home);
  });

  afterAll(async () => {
    await closeCodeUnderTest();
    await app?.end();
    await owner?.end();
    await dropWhenUnused(name);
    await rm(home, { recursive: true, force: true });
  });

  const sql = querying(() => app);
  return {
    get appUrl() {
      return appAddress(name);
    },
    get ownerUrl() {
      return serverUrl(name).toString();
    },
    get home() {
      return home;
    },
    sql,
    sqlOwner: querying(() => owner),
    makeViewer: (role, person) => insertViewer(sql, role, person),
  };
}
