import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("./", import.meta.url));
const isLong = process.env.FAULTS_LONG === "1";
const alias = {
  "server-only": `${root}scripts/test/empty-module.ts`,
  "@": root.replace(/\/$/, ""),
};

/** These change a module of the process, which other files would then get as well. */
const alone = [
  "app/api/metrics/metrics.db.test.ts",
  "lib/accounts/entry.db.test.ts",
  "lib/accounts/oidc.db.test.ts",
  "lib/accounts/oidc-provider.db.test.ts",
];

/** `unit` needs nothing; `db` and `db-alone` start a real PostgreSQL once and clone a migrated template a file. */
const database = (
  name: string,
  files: TestProjectInlineConfiguration["test"],
): TestProjectInlineConfiguration => ({
  resolve: { alias },
  test: {
    name,
    globalSetup: ["scripts/test/database.global.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    ...files,
  },
});

export default defineConfig({
  resolve: { alias },
  test: {
    // Both cores of the smallest machine; the default leaves one idle.
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: [
            "lib/**/*.test.ts",
            "components/**/*.test.{ts,tsx}",
            "scripts/**/*.test.ts",
            "bench/**/*.test.ts",
            "app/**/*.test.ts",
          ],
          exclude: ["**/*.db.test.ts", "node_modules/**"],
          isolate: false,
          setupFiles: ["scripts/test/fresh-file.ts"],
          testTimeout: 30_000,
        },
      },
      database("db", {
        include: ["**/*.db.test.ts"],
        exclude: ["node_modules/**", ".next/**", ...alone],
        isolate: false,
        setupFiles: ["scripts/test/fresh-file.ts"],
      }),
      database("db-alone", { include: alone }),
      {
        resolve: { alias },
        test: {
          name: "faults",
          // Those without a short form run only by `npm run faults` in its long one.
          include: ["scripts/faults/*.fault.ts", ...(isLong ? ["scripts/faults/*.long.ts"] : [])],
          globalSetup: ["scripts/test/database.global.ts"],
          // In the long form one experiment at a time: each is about what happens at once within it. Half of the short
          // one's time is waiting for servers to start and end.
          fileParallelism: !isLong,
          testTimeout: isLong ? 7_200_000 : 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
