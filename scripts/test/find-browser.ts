import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/** What a browser needs to run without a screen, in a container, and without calling anybody. */
export const browserFlags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Chromium without a window: the full one draws its own tab strip beside each page, which doubles what a test costs. */
const headlessShell = "/usr/bin/chromium-headless-shell";

const systemPaths = [
  headlessShell,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Path of a Chromium: named by the environment, the system's, or Playwright's own; null when there is none. */
export function findBrowser(): string | null {
  const named = process.env.PLAYWRIGHT_CHROMIUM || process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named))
      throw new Error(`PLAYWRIGHT_CHROMIUM or CHROME_PATH names ${named}, which is not there.`);
    return named;
  }
  return [...systemPaths, chromium.executablePath()].find((path) => path && existsSync(path)) ?? null;
}

/** Whether the browser that was found starts at all: a download may lack the system's libraries. */
function starts(path: string): boolean {
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;
}

function attempt(command: string, args: string[]): boolean {
  console.log(`> ${command} ${args.join(" ")}`);
  return (
    spawnSync(command, args, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } })
      .status === 0
  );
}

function hasApt(): boolean {
  try {
    execFileSync("apt-get", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const advice = `There is no browser for the end-to-end tests, and none could be installed. Run one of
  npx playwright install --with-deps chromium
  sudo apt-get update && sudo apt-get install -y chromium-headless-shell
or name one that you have: PLAYWRIGHT_CHROMIUM=/path/to/chromium npm test`;

const installFromDebian = (name: string) =>
  attempt("apt-get", ["install", "-y", "--no-install-recommends", name]);

/**
 * Finds a browser or installs one: Playwright's download first, then Debian's package when this account may. Throws with
 * the commands for the person to run when neither works.
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found && starts(found)) return found;
  console.log("No browser that works was found; trying Playwright's own …");
  attempt(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"]);
  const downloaded = findBrowser();
  if (downloaded && starts(downloaded)) return downloaded;
  if (process.getuid?.() === 0 && hasApt()) {
    console.log("Trying the system's package …");
    attempt("apt-get", ["update"]);
    if (!installFromDebian("chromium-headless-shell")) installFromDebian("chromium");
  }
  const installed = systemPaths.find((path) => existsSync(path) && starts(path));
  if (!installed) throw new Error(advice);
  return installed;
}
