import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { browserFlags, findBrowser } from "./scripts/test/find-browser";

const executablePath = findBrowser() ?? undefined;

/** What changes settings that every claim's record holds, or fills every list: run once nobody else is about to sign. */
const changesEveryClaim = [
  "**/attack-strings.spec.ts",
  "**/journeys/admin-runs-settings.spec.ts",
  "**/journeys/two-admins-run-settings.spec.ts",
];
// These read two sample pages that lie beside the project, where there are any. They come first: what is suggested for a
// page depends on what else the desk holds, and other tests leave hundreds of articles behind.
const seeds = existsSync(process.env.SEEDS_DIR ?? "../shared/seeds")
  ? [{ name: "seeds", testMatch: ["**/seeds.spec.ts"] }]
  : [];

/**
 * Signs for later, and puts that away: whoever changes a setting in a browser meanwhile is asked first. Nobody does once the
 * claims are done: the journeys through the settings have instances of their own. Those are few and long, and begin first.
 */
const signsForLater = ["**/access/desk-actions.spec.ts"];

/** End-to-end tests: a real browser on a production server of their own, which `globalSetup` starts and stops. */
export default defineConfig({
  testDir: "e2e",
  projects: [
    ...seeds,
    { name: "claims", testIgnore: ["**/seeds.spec.ts", ...changesEveryClaim, ...signsForLater] },
    { name: "settings", testMatch: changesEveryClaim, dependencies: ["claims"] },
    { name: "desk-actions", testMatch: signsForLater, dependencies: ["claims"] },
  ],
  globalSetup: "./e2e/global-setup.ts",
  outputDir: "test-results",
  // One more than the cores of the smallest machine: a test waits for its browser and server as often as it works.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    // Set by the global setup before the workers start.
    baseURL: process.env.E2E_BASE_URL,
    browserName: "chromium",
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: browserFlags },
    screenshot: "only-on-failure",
    // No traces: recording one puts a script into every frame, and the preview's frame must refuse it aloud.
    trace: "off",
  },
});
