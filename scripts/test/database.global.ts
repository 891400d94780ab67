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

/** Starts one real PostgreSQL for all database tests and migrates the template once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensurePrismaClient();
  const { server, end } = await startScratchServer();
  try {
    await withClient(server.adminUrl("postgres"), (client) => client.query(`CREATE DATABASE ${template}`));
    await migrateDatabase(server.adminUrl(template));
    const appPassword = randomBytes(16).toString("hex");
    await allowAppLogin(server.adminUrl(template), appPassword);
    project.provide("adminUrl", server.adminUrl("postgres"));
    project.provide("appPassword", appPassword);
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}
