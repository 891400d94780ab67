import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import {
  newSettings,
  removeHome,
  removeServer,
  runScript,
  startServer,
  stopServer,
  type Server,
  type Settings,
} from "../server";

/** Pids of whatever still runs for an instance: its home folder or its port is in the command line. */
async function processesOf(settings: Settings): Promise<string> {
  const { execFileSync } = await import("node:child_process");
  const all = execFileSync("ps", ["-eo", "pid,args"]).toString().split("\n");
  return all
    .filter((line) => line.includes(settings.COUNTERSIGN_HOME) || line.includes(`-p ${settings.PORT} `))
    .join("\n");
}

const running = (): Settings => ({
  COUNTERSIGN_HOME: process.env.COUNTERSIGN_HOME!,
  PORT: process.env.PORT!,
});

test.describe("while an instance runs", () => {
  test("a second start on the same home says so, with the address", async ({ baseURL }) => {
    const { code, said } = await runScript("scripts/start.ts", [], { ...running(), PORT: "0" });
    expect(code).toBe(1);
    expect(said).toContain("runs already");
    expect(said).toContain(baseURL!);
  });

  test("a start on its port says that the port is busy, and leaves no lock", async () => {
    const settings = await newSettings();
    const { code, said } = await runScript("scripts/start.ts", [], { ...settings, PORT: running().PORT });
    expect(code).toBe(1);
    expect(said).toContain(`Port ${running().PORT} on 127.0.0.1 is busy`);
    await expect(stat(join(settings.COUNTERSIGN_HOME, "instance.json"))).rejects.toThrow();
    await removeHome(settings);
  });

  test("its secrets are in files that only the owner reads", async () => {
    for (const name of ["instance.json", "cookie-secret", "database-password", "signing-key.pem"]) {
      const { mode } = await stat(join(running().COUNTERSIGN_HOME, name));
      expect(mode & 0o077, name).toBe(0);
    }
  });

  test("a token made at the terminal is on the last line alone and works", async ({ request }) => {
    const { code, said } = await runScript("scripts/token.ts", ["checker1@demo.local"], running());
    expect(code).toBe(0);
    const token = said.trimEnd().split("\n").at(-1)!;
    expect(token).toMatch(/^cst_[\w-]{43}$/);
    const answer = await request.get("/api/v1/claims?limit=1", {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status()).toBe(200);
    const unknown = await runScript("scripts/token.ts", ["nobody@demo.local"], running());
    expect(unknown).toMatchObject({ code: 1, said: expect.stringContaining("no active account") });
  });

  test("its data cannot be deleted from under it", async () => {
    const { code, said } = await runScript("scripts/reset.ts", ["--yes"], running());
    expect(code).toBe(1);
    expect(said).toMatch(/runs already|holds no embedded database/);
  });
});

test("the demo is not served to others", async () => {
  for (const COUNTERSIGN_DEMO of ["1", ""]) {
    const settings = await newSettings({ HOST: "0.0.0.0", COUNTERSIGN_DEMO });
    const { code, said } = await runScript("scripts/start.ts", [], settings);
    expect(code).toBe(1);
    expect(said).toContain("COUNTERSIGN_DEMO=0");
    await removeHome(settings);
  }
});

test("the way out of the demo is a clean desk with a key of its own, and the demo stays", async () => {
  test.setTimeout(240_000);
  const settings = await newSettings();
  const seen = async (COUNTERSIGN_DEMO: string) => {
    const server = await startServer({ ...settings, COUNTERSIGN_DEMO });
    try {
      const keys = await (await fetch(`${server.url}/.well-known/countersign-keys.json`)).text();
      const home = await (await fetch(server.url)).text();
      return { said: server.said(), keys, isDemoShown: home.includes("/verdicts/") };
    } finally {
      await stopServer(server);
    }
  };
  const demo = await seen("");
  expect(demo).toMatchObject({ said: expect.stringContaining("checker1@demo.local"), isDemoShown: true });
  const desk = await seen("0");
  expect(desk).toMatchObject({ said: expect.stringContaining("/invite/"), isDemoShown: false });
  expect(desk.keys).not.toBe(demo.keys);
  expect(await seen("1")).toMatchObject({ keys: demo.keys, isDemoShown: true });
  await removeHome(settings);
});

test.describe("a desk without the demo", () => {
  test.describe.configure({ mode: "serial" });
  let server: Server | undefined;
  test.afterAll(() => removeServer(server));
  const password = "an umbrella in the archive";
  let link = "";

  test("starts clean and prints one link for the first admin", async ({ page }) => {
    server = await startServer(await newSettings({ COUNTERSIGN_DEMO: "0" }));
    expect(server.said()).not.toContain("demo.local");
    link = /http:\S+\/invite\/\S+/.exec(server.said())?.[0] ?? "";
    await page.goto(link);
    await page.getByLabel("E-mail").fill("first@newsroom.example");
    await page.getByLabel("Name").fill("First Admin");
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Make my account" }).click();
    await expect(page).toHaveURL(/\/desk/);
  });

  test("and that link works once", async ({ page }) => {
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link does not work any more");
  });

  test("mints no token that signs at the terminal", async () => {
    const email = "first@newsroom.example";
    const refused = await runScript("scripts/token.ts", [email, "--scope", "read,sign"], server!.settings);
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining("made by the editor alone") });
    const allowed = await runScript("scripts/token.ts", [email], server!.settings);
    expect(allowed).toMatchObject({ code: 0, said: expect.stringContaining("for read, write, until") });
  });

  test("ends cleanly and leaves no process", async () => {
    const { settings } = server!;
    expect(await stopServer(server!)).toBe(0);
    expect(await processesOf(settings)).toBe("");
    await expect(stat(join(settings.COUNTERSIGN_HOME, "instance.json"))).rejects.toThrow();
  });

  test("keeps its data and its key over a restart of 15 seconds at most", async ({ page }) => {
    const { settings } = server!;
    const key = await readFile(join(settings.COUNTERSIGN_HOME, "signing-key.pem"), "utf8");
    const began = Date.now();
    // Without being told: a home with a real desk does not turn into a demo.
    server = await startServer({ ...settings, COUNTERSIGN_DEMO: "" });
    expect(Date.now() - began).toBeLessThan(15_000);
    expect(server.said()).not.toContain("demo.local");
    expect(server.said()).not.toContain("/invite/");
    expect(await readFile(join(settings.COUNTERSIGN_HOME, "signing-key.pem"), "utf8")).toBe(key);
    await page.goto(`${server.url}/sign-in`);
    await page.getByLabel("E-mail").fill("first@newsroom.example");
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: /^sign in$/i }).click();
    await expect(page).toHaveURL(/\/desk/);
  });

  test("and after being killed, the next start takes over", async () => {
    const { settings } = server!;
    server!.process.kill("SIGKILL");
    await new Promise((done) => server!.process.once("exit", done));
    server = await startServer({ ...settings, COUNTERSIGN_DEMO: "0" });
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  });
});
