import type { TestProject } from "vitest/node";
import { randomBytes } from "node:crypto";
import { allowAppLogin, migrateDatabase, withClient } from "../../lib/database/migrate.server";
import { ensurePrismaClient } from "../start/prisma-client";
import { startScratchServer } from "../start/with-database";

declare module "vitest" {
  export interface ProvidedContext {
    /** Superuser address of the server's maintenance database. */
    adminUrl: string;
    /** Password of countersign_app on this server. */
    appPassword: string;
  }
}

/** Name of the migrated, empty database that each test file gets a copy of. */
const template = "countersign_template";

type TestServer = { adminUrl: string; appPassword: string; end: () => Promise<void> };

async function startTestServer(): Promise<TestServer> {
  await ensurePrismaClient();
  const { server, end } = await startScratchServer();
  try {
    await withClient(server.adminUrl("postgres"), (client) => client.query(`CREATE DATABASE ${template}`));
    await migrateDatabase(server.adminUrl(template));
    const appPassword = randomBytes(16).toString("hex");
    await allowAppLogin(server.adminUrl(template), appPassword);
    return { adminUrl: server.adminUrl("postgres"), appPassword, end };
  } catch (error) {
    await end();
    throw error;
  }
}

const shared = globalThis as { testServer?: Promise<TestServer>; testServerUsers?: number };

/** Starts one real PostgreSQL for the database tests of all projects and migrates the template once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.testServer ??= startTestServer();
  shared.testServerUsers = (shared.testServerUsers ?? 0) + 1;
  const { adminUrl, appPassword, end } = await shared.testServer;
  project.provide("adminUrl", adminUrl);
  project.provide("appPassword", appPassword);
  return async () => {
    shared.testServerUsers = (shared.testServerUsers ?? 1) - 1;
    if (shared.testServerUsers === 0) await end();
  };
}
