import "server-only";
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineBindings from "@prisma/schema-engine-wasm/schema_engine_bg";

const require = createRequire(import.meta.url);
const noFilters = { externalTables: [], externalEnums: [] };
let loaded: Promise<void> | undefined;

/** Prisma's own schema engine, compiled to WebAssembly and shipped in the registry: it needs no download. */
async function loadEngine(): Promise<void> {
  loaded ??= (async () => {
    const path = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm");
    const module = new WebAssembly.Module(await readFile(path));
    const instance = new WebAssembly.Instance(module, { "./schema_engine_bg.js": engineBindings as never });
    engineBindings.__wbg_set_wasm(instance.exports);
    (instance.exports as { __wbindgen_start: () => void }).__wbindgen_start();
  })();
  return loaded;
}

type ScriptRunner = { client: { query: (sql: string) => Promise<unknown> }; onError: (error: unknown) => never };

/** The adapter cuts scripts at every semicolon, function bodies included: this one sends a migration whole. */
class WholeScriptPg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const inner = adapter as unknown as ScriptRunner;
    adapter.executeScript = async (script: string) => {
      await inner.client.query(script).catch((error: unknown) => inner.onError(error));
    };
    return adapter;
  }
}

async function openEngine(url: string) {
  await loadEngine();
  const factory = bindMigrationAwareSqlAdapterFactory(new WholeScriptPg({ connectionString: url }));
  return engineBindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
}

async function readMigrations(folder: string) {
  const names = (await readdir(folder, { withFileTypes: true })).filter((e) => e.isDirectory()).map((e) => e.name);
  return {
    baseDir: resolve(folder),
    lockfile: { path: "migration_lock.toml", content: await readFile(join(folder, "migration_lock.toml"), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.sort().map(async (path) => ({
        path,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok" as const, value: await readFile(join(folder, path, "migration.sql"), "utf8") },
        },
      })),
    ),
  };
}

/** Applies the open migrations of Prisma's folder to `url`; returns the names applied. Throws when one fails. */
export async function applyMigrations(url: string, folder = "prisma/migrations"): Promise<string[]> {
  const engine = await openEngine(url);
  try {
    const done = await engine.applyMigrations({ migrationsList: await readMigrations(folder), filters: noFilters });
    return done.appliedMigrationNames;
  } finally {
    engine.free();
  }
}

/** The SQL that turns an empty database into `prisma/schema.prisma`. */
export async function schemaAsSql(url: string, schemaPath = "prisma/schema.prisma"): Promise<string> {
  const engine = await openEngine(url);
  try {
    const result = await engine.diff({
      from: { tag: "empty" },
      to: { tag: "schemaDatamodel", files: [{ path: schemaPath, content: await readFile(schemaPath, "utf8") }] },
      script: true,
      shadowDatabaseUrl: null,
      exitCode: null,
      filters: noFilters,
    } as never);
    return (result as { stdout?: string | null }).stdout ?? "";
  } finally {
    engine.free();
  }
}
