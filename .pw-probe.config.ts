import { defineConfig } from "@playwright/test";
export default defineConfig({ testDir: "e2e", workers: 2, timeout: 60000, reporter: "line", expect: { timeout: 10000 } });
