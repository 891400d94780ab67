import "server-only";
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as engineBindings from "@prisma/schema-engine-wasm/schema_engine_bg";

const require = createRequire(import.meta.url);
const noFilters = { externalTables: [], externalEnums: [] };
let loaded: Promise<void> | undefined;
let panic = "";
/** The engine reports its own faults here; without this it would end the process with a message about something else. */
Object.assign(globalThis, {
  PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => (panic = message) },
});

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

type InnerClient = { query: (query: unknown) => Promise<{ fields?: { dataTypeID: number }[] }> };
type ScriptRunner = { client: InnerClient; onError: (error: unknown) => never };

/** PostgreSQL's one-byte `"char"`, in which its catalogue keeps kinds: the adapter does not know it, the engine does. */
const oneByteChar = 18;
const text = 25;

/** The adapter cuts scripts at every semicolon, function bodies included: this one sends a migration whole. */
class WholeScriptPg extends PrismaPg {
  private readonly opened: { dispose: () => Promise<void> }[] = [];

  /** Ends the connections; the engine leaves them open, and with them its lock on the database. */
  async close(): Promise<void> {
    await Promise.all(this.opened.map((adapter) => adapter.dispose()));
  }

  override async connect() {
    const adapter = await super.connect();
    this.opened.push(adapter);
    const inner = adapter as unknown as ScriptRunner;
    const { client } = inner;
    const seen = { characterColumns: [] as number[] };
    inner.client = new Proxy(client, {
      get: (target, key) =>
        key === "query" ? (query: unknown) => queryAsText(target, query, seen) : boundMember(target, key),
    });
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const column of seen.characterColumns) result.columnTypes[column] = ColumnTypeEnum.Character;
      return result;
    };
    adapter.executeScript = async (script: string) => {
      await client.query(script).catch((error: unknown) => inner.onError(error));
    };
    return adapter;
  }
}

function boundMember(target: object, key: string | symbol): unknown {
  const value: unknown = Reflect.get(target, key);
  return typeof value === "function" ? (value.bind(target) as unknown) : value;
}

/** Runs a query, passes its one-byte columns off as text and notes which they were. */
async function queryAsText(client: InnerClient, query: unknown, seen: { characterColumns: number[] }) {
  const result = await client.query(query);
  const fields = result.fields ?? [];
  seen.characterColumns = fields.flatMap((field, index) => (field.dataTypeID === oneByteChar ? [index] : []));
  for (const index of seen.characterColumns) fields[index]!.dataTypeID = text;
  return result;
}

async function withEngine<T>(
  url: string,
  work: (engine: engineBindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  await loadEngine();
  const adapters = new WholeScriptPg({ connectionString: url });
  const factory = bindMigrationAwareSqlAdapterFactory(adapters);
  try {
    const engine = await engineBindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
    const done = await work(engine);
    engine.free();
    return done;
  } catch (error) {
    throw panic ? new Error(`Prisma's schema engine failed: ${panic}`, { cause: error }) : error;
  } finally {
    await adapters.close();
  }
}

async function migrationNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** The last migration of Prisma's folder: the schema for which this build was made. */
export async function newestMigration(folder = "prisma/migrations"): Promise<string> {
  return (await migrationNames(folder)).at(-1)!;
}

async function readMigrations(folder: string) {
  const names = await migrationNames(folder);
  return {
    baseDir: resolve(folder),
    lockfile: {
      path: "migration_lock.toml",
      content: await readFile(join(folder, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.map(async (path) => ({
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
  const migrationsList = await readMigrations(folder);
  return withEngine(url, async (engine) => {
    const done = await engine.applyMigrations({ migrationsList, filters: noFilters });
    return done.appliedMigrationNames;
  });
}

/** The SQL that turns the database at `url` into `prisma/schema.prisma`; empty when it is that already. */
export async function sqlToReachSchema(url: string, schemaPath = "prisma/schema.prisma"): Promise<string> {
  const files = [{ path: schemaPath, content: await readFile(schemaPath, "utf8") }];
  return withEngine(url, async (engine) => {
    const result = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: "." },
      to: { tag: "schemaDatamodel", files },
      script: true,
      shadowDatabaseUrl: null,
      exitCode: null,
      filters: noFilters,
    } as never);
    const sql = (result as { stdout?: string | null }).stdout ?? "";
    return sql.trim() === "-- This is an empty migration." ? "" : sql;
  });
}
