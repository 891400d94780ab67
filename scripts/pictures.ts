/**
 * `npm run pictures -- --out DIR [--only a,b] [--skip a,b] [--looks a,b] [--states a,b] [--moments a,b] [--empty] [--running]`:
 * takes pictures of every page under `app/`, the desk's and the readers', wide and narrow, light and dark, zoomed and with
 * forced colours; as it comes, unfolded, refused, while it sends, without a network and broken; and of its dialogs and menus
 * (`--states moments`, of which `--moments` names some). It works on an instance of its own
 * with the demonstration and what layouts break on, with `--empty` on one with people and nothing else, with `--running` on
 * the one of `COUNTERSIGN_HOME`. Says which pages are wider than the window, log an error or answer one, and writes
 * `index.html` to look through.
 */
import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright";
import { newSettings, removeServer, startServer } from "../e2e/server";
import type { Person } from "../e2e/sessions";
import { writeContactSheet } from "./pictures/contact-sheet";
import { deskPages, type DeskPagePath } from "./pictures/desk-pages";
import { looks } from "./pictures/looks";
import type { Moment } from "./pictures/moment";
import { readerPages } from "./pictures/reader-pages";
import { states, withBrokenDatabase, type StateName } from "./pictures/states";
import { openPage, takePicture, wear } from "./pictures/take-picture";
import { browserFlags, ensureBrowser } from "./test/find-browser";

const given = (name: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const has = (name: string) => process.argv.includes(`--${name}`);
const out = given("out");
if (!out) {
  console.error("Say where the pictures go: npm run pictures -- --out DIR");
  process.exit(1);
}
const only = given("only")?.split(",") ?? [""];
const skipped = given("skip")?.split(",") ?? [];
const isEmpty = has("empty");
const chosenLooks = given("looks")?.split(",") ?? Object.keys(looks);
const allStates = [...Object.keys(states), "moments"];
const chosenMoments = given("moments")?.split(",");
const chosenStates = given("states")?.split(",") ?? (isEmpty ? ["full"] : allStates);

type Cookie = Parameters<BrowserContext["addCookies"]>[0][number];
/** `code-due`: somebody whose password was right, and whose code is still to come. */
type Looker = Person | "code-due";
type Sessions = Record<Looker, { cookie: Cookie }>;
type Stage = { browser: Browser; baseURL: string; sessions: Sessions };

/** Pages of signing in that are for whoever is signed in already. */
const afterSignIn = ["/sign-in/confirm", "/sign-in/done", "/sign-in/second-factor"];

const browserOfPeople = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

/** Outside of the desk nobody is signed in; settings are an admin's, the rest and what is signed an editor's. */
function whoLooks({ route }: DeskPagePath): Looker | null {
  if (route === "/sign-in/code") return "code-due";
  if (afterSignIn.includes(route)) return "editor";
  if (!route.startsWith("/desk")) return null;
  if (route.endsWith("/sign")) return "editor";
  return route.startsWith("/desk/settings") ? "admin" : "editor";
}

type Shot = {
  shown: DeskPagePath;
  state: string;
  /** One load of the page serves all of them. */
  in: readonly string[];
  who: Looker | null;
  act: (page: Page) => Promise<unknown>;
  isWhole: boolean;
};

async function shoot({ browser, baseURL, sessions }: Stage, shot: Shot): Promise<void> {
  const { shown, state, who, act, isWhole } = shot;
  const { viewport, hasTouch = false } = looks[shot.in[0]!]!;
  const context = await browser.newContext({ baseURL, viewport, hasTouch });
  if (who) await context.addCookies([sessions[who].cookie]);
  const page = await context.newPage();
  // Functions that are sent into the page keep their names by a helper that is not there.
  await page.addInitScript("globalThis.__name = (value) => value");
  const name = [shown.route.replace(/^\//, "").replace(/[^a-z-]+/g, "_") || "home", shown.as]
    .filter(Boolean)
    .join("~");
  try {
    const problems = await openPage(page, shown, state === "broken");
    if ((await act(page)) === false) return;
    for (const look of shot.in) {
      await wear(page, looks[look]!);
      const taken = await takePicture(page, { out: out!, name: `${name}.${state}.${look}`, isWhole });
      const all = [...new Set([...problems.splice(0), ...taken.problems])];
      console.log(`${taken.file}${all.length > 0 ? `  ! ${all.join("; ")}` : ""}`);
    }
  } catch (error) {
    console.log(`${name}.${state}  ! ${String(error).split("\n")[0]}`);
  } finally {
    // What is held back would be sent once nobody holds it, and change what the next pictures show.
    await context.setOffline(true).catch(() => undefined);
    await page.unrouteAll({ behavior: "ignoreErrors" }).catch(() => undefined);
    await context.close();
  }
}

/** What is in a hand is not what stands on a table: a page is loaded once for each. */
const looksAtOnce = [false, true]
  .map((isHeld) => chosenLooks.filter((look) => Boolean(looks[look]!.hasTouch) === isHeld))
  .filter((some) => some.length > 0);

async function shootState(stage: Stage, pages: DeskPagePath[], state: StateName): Promise<void> {
  const called = isEmpty ? "empty" : state;
  for (const shown of pages)
    for (const some of looksAtOnce)
      await shoot(stage, {
        shown,
        state: called,
        in: some,
        who: whoLooks(shown),
        act: states[state],
        isWhole: true,
      });
}

/** What hangs on a place in the window is done anew for each look. */
async function shootMoments(stage: Stage, pages: DeskPagePath[], moments: Moment[]): Promise<void> {
  const chosen = moments.filter(({ name }) => chosenMoments?.includes(name) ?? true);
  for (const { name, route, as = "", who, act } of chosen) {
    const shown = pages.find((page) => page.route === route && page.as === as);
    for (const look of shown ? chosenLooks : [])
      await shoot(stage, {
        shown: shown!,
        state: name,
        in: [look],
        who: who ?? whoLooks(shown!),
        act,
        isWhole: false,
      });
  }
}

async function takeAll(): Promise<void> {
  const { instance, openSessionOf, people, sql, sqlAt } = await import("../e2e/sessions");
  if (isEmpty) await addPeople(people, sql);
  else await (await import("./pictures/fill-desk")).fillDesk();
  const found = await deskPages(sql);
  const readers = await readerPages(sql);
  for (const route of [...found.missing, ...readers.missing]) console.log(`${route}  ! nothing here to show`);
  const pages = [...found.pages, ...readers.pages].filter(({ route, as }) => {
    const named = `${route}~${as}`;
    return only.some((part) => named.includes(part)) && !skipped.some((part) => named.includes(part));
  });
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
  const names = (Object.keys(people) as Person[]).filter(
    (name) => !isEmpty || ["admin", "editor"].includes(name),
  );
  const opened = await Promise.all(names.map(async (name) => [name, await openSessionOf(name)] as const));
  const codeDue = await openSessionOf("editor");
  await sql(`UPDATE session SET "codeDueUntil" = "expiresAt", "stepUpAt" = NULL WHERE id = $1`, [codeDue.id]);
  // Opened without a browser, which has told its name wherever a person signed in.
  await sql(`UPDATE session SET "userAgent" = $1 WHERE "userAgent" IS NULL`, [browserOfPeople]);
  const stage: Stage = {
    browser,
    baseURL: instance().url,
    sessions: { ...Object.fromEntries(opened), "code-due": codeDue } as unknown as Sessions,
  };
  const { moments } = await import("./pictures/moments");
  for (const state of chosenStates)
    if (state === "moments") await shootMoments(stage, pages, moments);
    else if (state === "broken") {
      const { ownerUrl, databaseUrl } = instance() as { ownerUrl?: string; databaseUrl: string };
      const asOwner = (text: string) => sqlAt(ownerUrl ?? databaseUrl, text);
      const role = new URL(databaseUrl).username;
      await withBrokenDatabase(asOwner, role, () => shootState(stage, pages, "broken"));
    } else await shootState(stage, pages, state as StateName);
  await browser.close();
}

type Sql = (text: string, values?: unknown[]) => Promise<unknown>;

async function addPeople(people: Record<Person, string>, sql: Sql): Promise<void> {
  for (const role of ["admin", "editor"] as const)
    await sql(
      `INSERT INTO "user" (id, email, name, role, "createdAt") VALUES ($1, $2, $3, $4, now()) ON CONFLICT DO NOTHING`,
      [randomUUID(), people[role], `Some ${role}`, role],
    );
}

mkdirSync(out, { recursive: true });
const settings = has("running") ? null : await newSettings({ COUNTERSIGN_DEMO: isEmpty ? "0" : "1" });
const server = settings ? await startServer(settings) : undefined;
try {
  if (settings) process.env.COUNTERSIGN_HOME = settings.COUNTERSIGN_HOME;
  await takeAll();
  console.log(`Look through ${writeContactSheet(out)}`);
} finally {
  await removeServer(server);
}
