/**
 * `npm run pictures -- --out DIR [--only TEXT] [--looks a,b] [--empty]`: takes a picture of every page of the desk, wide
 * and narrow, light and dark, zoomed and with forced colours, on an instance of its own with the demonstration or, with
 * `--empty`, with people and nothing else. Says which pages are wider than the window, log an error or answer one.
 */
import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "playwright";
import { newSettings, removeServer, startServer } from "../e2e/server";
import { deskPages, type DeskPagePath } from "./pictures/desk-pages";
import { looks } from "./pictures/looks";
import { browserFlags, ensureBrowser } from "./test/find-browser";

const given = (name: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const out = given("out");
if (!out) {
  console.error("Say where the pictures go: npm run pictures -- --out DIR");
  process.exit(1);
}
const only = given("only") ?? "";
const chosen = given("looks")?.split(",") ?? Object.keys(looks);
const isEmpty = process.argv.includes("--empty");
/** Longer pages are cut here: what matters is above. */
const tallestPx = 2400;

async function take(page: Page, { route, path }: DeskPagePath, look: string): Promise<void> {
  const problems: string[] = [];
  const note = (message: string) => void problems.push(message);
  page.on("console", (message) => (message.type() === "error" ? note(message.text()) : undefined));
  page.on("pageerror", (error) => note(error.message));
  const answer = await page.goto(path, { waitUntil: "load" });
  await page
    .locator("html[data-keys]")
    .waitFor({ state: "attached", timeout: 20_000 })
    .catch(() => note("no keys"));
  await page.evaluate("document.fonts.ready");
  const { width, scrolls, tall } = await page.evaluate(() => ({
    width: window.innerWidth,
    scrolls: document.documentElement.scrollWidth,
    tall: document.documentElement.scrollHeight,
  }));
  if (scrolls > width) note(`${scrolls} px wide in a window of ${width}`);
  if (answer && answer.status() >= 400 && !route.includes("[...rest]")) note(`answers ${answer.status()}`);
  const name = route.replace(/^\/desk/, "desk").replace(/[^a-z-]+/g, "_");
  const file = join(out!, `${name}.${isEmpty ? "empty-" : ""}${look}.png`);
  await page.setViewportSize({ width, height: Math.min(Math.max(tall, 600), tallestPx) });
  await page.screenshot({ path: file, animations: "disabled" });
  console.log(`${file}${problems.length > 0 ? `  ! ${problems.join("; ")}` : ""}`);
}

mkdirSync(out, { recursive: true });
const settings = await newSettings(isEmpty ? {} : { COUNTERSIGN_DEMO: "1" });
const server = await startServer(settings);
try {
  process.env.COUNTERSIGN_HOME = settings.COUNTERSIGN_HOME;
  const { instance, openSessionOf, people, sql } = await import("../e2e/sessions");
  if (isEmpty)
    for (const [role, email] of [
      ["admin", people.admin],
      ["editor", people.editor],
    ])
      await sql(
        `INSERT INTO "user" (id, email, name, role, "createdAt") VALUES ($1, $2, $3, $4, now()) ON CONFLICT DO NOTHING`,
        [randomUUID(), email, `Some ${role}`, role],
      );
  const pages = (await deskPages(sql)).filter(({ route }) => route.includes(only));
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
  const sessions = { admin: await openSessionOf("admin"), editor: await openSessionOf("editor") };
  for (const look of chosen)
    for (const shown of pages) {
      const context = await browser.newContext({ baseURL: instance().url, ...looks[look] });
      const session = shown.route.startsWith("/desk/settings") ? sessions.admin : sessions.editor;
      await context.addCookies([session.cookie]);
      await take(await context.newPage(), shown, look);
      await context.close();
    }
  await browser.close();
} finally {
  await removeServer(server);
}
