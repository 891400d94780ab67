import { rm } from "node:fs/promises";
import { chromium, type Browser, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "../../lib/access/viewer";
import { renewedWords } from "../../lib/core/renewed-desk.server";
import { ensureBuilt } from "../start/build";
import { makeDesk } from "../test/desk-scene";
import { browserFlags, ensureBrowser } from "../test/find-browser";
import { useTestDatabase } from "../test/test-database";
import { behindOneProxy, cookieOf, testAcrossTwo } from "./across-two";
import { newHistory } from "./history";
import { startDesk, type RunningDesk } from "./running-desk";
import { actionKeyOf, buildIn, copyVersion, rename } from "./second-build";
import { openSwitchingProxy, type SwitchingProxy } from "./switching-proxy";

const database = useTestDatabase();
const scene = makeDesk(database);
const history = newHistory("BUILDS");
/** What each step of a browser may take: two servers, a browser and a database share the machine. */
const patienceMs = 30_000;

let folder = "";
let proxy: SwitchingProxy;
let browser: Browser;
let [a, b] = [null as unknown as RunningDesk, null as unknown as RunningDesk];

beforeAll(async () => {
  proxy = await openSwitchingProxy();
  // Before this process asks for the name of the cookie, which goes by the address.
  Object.assign(process.env, behindOneProxy(proxy.url));
  await ensureBuilt({ log: () => undefined });
  folder = await copyVersion();
  // In the newer version one action has another name, as happens when a form is rewritten.
  await rename(folder, "app", "reviewClaim", "reviewClaimAnew");
  const executablePath = ensureBrowser();
  browser = await chromium.launch({ executablePath, args: browserFlags });
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await proxy?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
}, 60_000);

/** A page of build A in the person's browser; what it asks for from then on goes to B. */
async function openAtA(viewer: Viewer, path: string, javaScriptEnabled: boolean): Promise<Page> {
  proxy.to(a.url);
  const context = await browser.newContext({ baseURL: proxy.url, javaScriptEnabled });
  context.setDefaultTimeout(patienceMs);
  const [name, value] = (await cookieOf(viewer)).split("=");
  await context.addCookies([{ name: name!, value: value!, url: proxy.url }]);
  const page = await context.newPage();
  await page.goto(path, { waitUntil: "load" });
  proxy.to(b.url);
  return page;
}

const claimsSaying = (text: string) => database.sql("SELECT id FROM claim WHERE text = $1", [text]);
const reviewsOf = (claimId: string) => database.sql(`SELECT id FROM review WHERE "claimId" = $1`, [claimId]);

async function writeClaim(page: Page, text: string): Promise<void> {
  await page.getByLabel("What we check").fill(text);
  await page.getByRole("button", { name: "Add the claim" }).click();
}

async function writeReview(page: Page, words: string): Promise<void> {
  await page.getByLabel("What you found, and why").fill(words);
  await page.locator("#review-form").getByRole("button", { name: "Confirmed" }).click();
}

/** The two run on one database from builds of two versions; `key` salts the second's actions. */
function runBoth(key: () => string | null): void {
  beforeAll(async () => {
    const buildId = await buildIn(folder, key());
    const env = behindOneProxy(proxy.url);
    [a, b] = await Promise.all([startDesk(database, { env }), startDesk(database, { env, folder })]);
    history.figures({ [key() === null ? "ownKey" : "sameKey"]: buildId });
  }, 900_000);
  afterAll(() => Promise.all([a?.end(), b?.end()]), 60_000);
}

/** With scripts the form says so and keeps the words; without, the answer says so and the words are there on the way back. */
async function expectKept(page: Page, hasScripts: boolean, label: string, words: string): Promise<void> {
  if (hasScripts) await page.getByText("The desk was renewed since this page was opened").waitFor();
  else {
    await page.getByText(renewedWords.split("\n")[0]!).waitFor();
    await page.goBack({ waitUntil: "load" });
  }
  expect(await page.getByLabel(label).inputValue()).toBe(words);
}

const ways = [
  ["with scripts", true],
  ["without scripts", false],
] as const;

describe("two versions built with one key", () => {
  runBoth(() => actionKeyOf("."));

  testAcrossTwo({ database, history, both: () => ({ a, b }) });

  it.each(ways)(
    "a form of the one whose action the other has is done there once, %s",
    async (how, scripts) => {
      const text = `Opened at the one, sent to the other, ${how}`;
      const page = await openAtA(
        await database.makeViewer("checker", "Goes On"),
        "/desk/claims/new",
        scripts,
      );
      await writeClaim(page, text);
      await page.getByRole("heading", { name: text }).waitFor();
      expect(await claimsSaying(text)).toHaveLength(1);
      await page.context().close();
    },
  );

  it.each(ways)(
    "one whose action was renamed is refused in words, and what was written stays, %s",
    async (how, scripts) => {
      const { claimId } = await scene.inReview(`Reviewed across two versions ${how}`);
      const viewer = await database.makeViewer("checker", "Half Way Through");
      const page = await openAtA(viewer, `/desk/claims/${claimId}`, scripts);
      const words = `Words of half an hour, ${how}`;
      await writeReview(page, words);
      await expectKept(page, scripts, "What you found, and why", words);
      expect(await reviewsOf(claimId)).toEqual([]);
      // The page as the other has it takes them.
      await page.goto(`/desk/claims/${claimId}`, { waitUntil: "load" });
      await writeReview(page, words);
      await expect.poll(() => reviewsOf(claimId), { timeout: patienceMs }).toHaveLength(1);
      await page.context().close();
    },
  );
});

describe("two versions that each made a key of their own", () => {
  runBoth(() => null);

  testAcrossTwo({ database, history, both: () => ({ a, b }) });

  it("their actions have no name in common", () => {
    expect(actionKeyOf(folder)).not.toBe(actionKeyOf("."));
  });

  it.each(ways)(
    "a form of the one does nothing at the other, says so, and keeps what was written, %s",
    async (how, scripts) => {
      const text = `Written before the desk was renewed, ${how}`;
      const page = await openAtA(
        await database.makeViewer("checker", "Caught Out"),
        "/desk/claims/new",
        scripts,
      );
      await writeClaim(page, text);
      await expectKept(page, scripts, "What we check", text);
      expect(await claimsSaying(text)).toEqual([]);
      await page.goto("/desk/claims/new", { waitUntil: "load" });
      await writeClaim(page, text);
      await page.getByRole("heading", { name: text }).waitFor();
      expect(await claimsSaying(text)).toHaveLength(1);
      await page.context().close();
    },
  );

  it("a link of a page of the one opens the other's page", async () => {
    const page = await openAtA(await database.makeViewer("checker", "Walks On"), "/desk", true);
    await page.getByRole("link", { name: "New claim" }).first().click();
    await page.getByLabel("What we check").waitFor();
    await page.context().close();
  });
});
