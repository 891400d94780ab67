import assert from "node:assert/strict";
import {
  chmod,
  copyFile,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { makeTree, sizeOf } from "./standalone/make-tree";
import { startTree, type TreeDesk } from "./standalone/tree-desk";
import { ensureBuilt } from "./start/build";
import { runScript } from "./start/find-instance";
import { ensurePrismaClient } from "./start/prisma-client";
import { pdfOf } from "./test/media-files";

/** `npm run check:standalone`: makes the tree that is shipped, runs a desk from it elsewhere, and tries what it must do. */
type Tried = { desk: TreeDesk; folder: string; scratch: string; signed: { slug: string } };
type Check = [promise: string, check: (tried: Tried) => Promise<void>];

async function send<T>(desk: TreeDesk, token: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${desk.url}/api/v1${path}`, {
    method: body ? "POST" : "GET",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  assert.ok(answer.ok, `${path}: ${answer.status} ${text.slice(0, 600)}`);
  return JSON.parse(text) as T;
}

const tokenOf = async ({ run }: TreeDesk, person: string) =>
  (await run("scripts/token.ts", [`${person}@demo.local`])).trim().split("\n").at(-1)!;

const sentence = "The ferry company bought engines for at least €12 million in 2022.";
const html = `<!doctype html><html lang="en"><head><title>Engines</title></head><body><nav>Home</nav><article><h1>Engines</h1><p>${sentence} ${"The ships sail every day and carry people and goods. ".repeat(12)}</p></article></body></html>`;

const left: Check = [
  "the tree holds no sources of pages, no tools, no settings of this machine and no link that leads out of it",
  async ({ folder }) => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((one) => one.isSymbolicLink())) {
      const target = resolve(entry.parentPath, await readlink(join(entry.parentPath, entry.name)));
      assert.ok(!relative(folder, target).startsWith(".."), `${entry.parentPath}/${entry.name}`);
    }
    const names = new Set([...(await readdir(folder)), ...(await readdir(join(folder, "node_modules")))]);
    for (const name of [
      "app",
      "components",
      "e2e",
      "bench",
      "eslint",
      "vitest",
      "playwright",
      "typescript",
      ".env",
    ])
      assert.ok(!names.has(name), name);
  },
];

const reading: Check[] = [
  [
    "an article's HTML is opened apart, cleaned and kept; its figures are found",
    async ({ desk }) => {
      const token = await tokenOf(desk, "checker1");
      type Article = { state: string; capture: { fullText: string } };
      const made = await send<Article>(desk, token, "/articles", {
        html,
        url: "https://news.example/engines",
      });
      assert.equal(made.state, "captured");
      assert.match(made.capture.fullText, /at least €12 million/);
    },
  ],
  [
    "a page of a PDF is drawn",
    async ({ desk }) => {
      const { drawn } = await desk.ask({ draw: { bytes: pdfOf(["Engines"]), page: 1 } }, "drawn");
      assert.ok(drawn.ok, JSON.stringify(drawn));
      assert.deepEqual([...drawn.value.png.subarray(1, 4)], [...Buffer.from("PNG")]);
    },
  ],
];

const signing: Check[] = [
  [
    "an editor signs, and readers get the page, its picture, fonts and the programs that verify it",
    async ({ desk, signed }) => {
      const token = await tokenOf(desk, "editor1");
      const { items } = await send<{ items: { id: string }[] }>(desk, token, "/claims?state=ready");
      const at = `/claims/${items[0]!.id}`;
      const { revision } = await send<{ revision: { hash: string } }>(desk, token, `${at}/gate`);
      type Signed = { publication: { slug: string } };
      const done = await send<Signed>(desk, token, `${at}/sign-off`, { revisionHash: revision.hash });
      signed.slug = done.publication.slug;
      for (const path of [
        `/verdicts/${signed.slug}`,
        `/cards/${signed.slug}/1.png`,
        "/fonts/inter.woff2",
        "/verify/verify-bundle.mjs",
      ]) {
        const answer = await fetch(desk.url + path);
        assert.equal(answer.status, 200, path);
        assert.ok((await answer.arrayBuffer()).byteLength > 1_000, path);
      }
    },
  ],
  [
    "the desk's pages and their scripts are there",
    async ({ desk }) => {
      const page = await (await fetch(`${desk.url}/sign-in`)).text();
      const scripts = [...page.matchAll(/\/_next\/static\/[^"\\]+\.(?:js|css)/g)].map(([path]) => path);
      assert.ok(scripts.length > 3);
      for (const path of new Set(scripts)) assert.equal((await fetch(desk.url + path)).status, 200, path);
    },
  ],
  [
    "the worker seals the log, and the record verifies with the program of the tree",
    async ({ desk, scratch, signed }) => {
      const address = `${desk.url}/api/v1/publications/${signed.slug}/1`;
      const until = Date.now() + 60_000;
      let record = "";
      const isSealed = () => (JSON.parse(record) as { log: { proof: object | null } | null }).log?.proof;
      do {
        await new Promise((wait) => setTimeout(wait, 200));
        record = await (await fetch(address)).text();
      } while (!isSealed() && Date.now() < until);
      assert.ok(isSealed(), "Nothing was sealed within a minute.");
      const keys = await (await fetch(`${desk.url}/.well-known/countersign-keys.json`)).text();
      const files = [join(scratch, "record.json"), join(scratch, "keys.json")] as const;
      await writeFile(files[0], record);
      await writeFile(files[1], keys);
      await desk.run("scripts/verify-record.mjs", [...files]);
    },
  ],
];

const operating: Check[] = [
  [
    "the database is found migrated",
    async ({ desk }) => assert.match(await desk.run("scripts/migrate.ts"), /up to date/),
  ],
  [
    "a backup is written, restores on the side and verifies, and comes back into a database of the tree's own",
    async ({ desk, scratch }) => {
      const folder = join(scratch, "backup");
      assert.match(await desk.run("scripts/backup.ts", [folder]), /tables written/);
      assert.match(await desk.run("scripts/verify-backup.ts", [folder]), /everything in it verifies/);
      const elsewhere = {
        COUNTERSIGN_HOME: join(scratch, "restored"),
        DATABASE_URL: "",
        DATABASE_OWNER_URL: "",
      };
      assert.match(await desk.run("scripts/restore.ts", [folder], elsewhere), /Restored as of/);
    },
  ],
  [
    "the log is dumped and verifies",
    async ({ desk, scratch }) => {
      const file = join(scratch, "log.ndjson");
      await desk.run("scripts/log-dump.ts", [file]);
      await desk.run("scripts/verify-log.mjs", [file, "--keys", join(scratch, "keys.json")]);
    },
  ],
  [
    "somebody who is locked out is let in again",
    async ({ desk }) =>
      assert.match(await desk.run("scripts/recover.ts", ["admin@demo.local"]), /https?:\/\//),
  ],
];

type KeySet = { keys: { validFrom: string; validTo?: string; revokedAt?: string }[] };

/** What the section on keys of docs/operations.md says, done as it says. */
const keys: Check[] = [
  [
    "a key that is moved away is replaced; what it signed is shown, and it may not come back",
    async ({ desk, scratch, signed }) => {
      const [key, old] = [join(desk.home, "signing-key.pem"), join(scratch, "old-key.pem")];
      await desk.restart(() => rename(key, old));
      assert.equal(await statusOf(desk, signed.slug), 200);
      const fresh = join(scratch, "fresh-key.pem");
      const swap = async () => {
        await rename(key, fresh);
        await copyFile(old, key);
      };
      await assert.rejects(desk.restart(swap), /was replaced or revoked/);
      await desk.restart(() => rename(fresh, key));
    },
  ],
  [
    "what a revoked key signed after that time is shown to nobody, from then on",
    async ({ desk, signed }) => {
      const file = join(desk.home, "signing-keys.json");
      const before = await readFile(file, "utf8");
      const set = JSON.parse(before) as KeySet;
      assert.deepEqual([set.keys.length, !!set.keys[0]!.validTo, !!set.keys[1]!.validTo], [2, true, false]);
      set.keys[0]!.revokedAt = set.keys[0]!.validFrom;
      await writeFile(file, JSON.stringify(set));
      await untilStatus(desk, signed.slug, 503);
      await writeFile(file, before);
      await untilStatus(desk, signed.slug, 200);
    },
  ],
  [
    "with key and key set lost, the set of a backup shows what was signed before it",
    async ({ desk, scratch, signed }) => {
      await desk.restart(async () => {
        await rm(join(desk.home, "signing-key.pem"));
        await copyFile(join(scratch, "backup", "signing-keys.json"), join(desk.home, "signing-keys.json"));
      });
      assert.equal(await statusOf(desk, signed.slug), 200);
    },
  ],
];

const statusOf = async ({ url }: TreeDesk, slug: string) => (await fetch(`${url}/verdicts/${slug}`)).status;

async function untilStatus(desk: TreeDesk, slug: string, status: number): Promise<void> {
  const until = Date.now() + 30_000;
  while ((await statusOf(desk, slug)) !== status) {
    assert.ok(Date.now() < until, `The page does not answer ${status} after half a minute.`);
    await new Promise((wait) => setTimeout(wait, 200));
  }
}

const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

await runScript(async () => {
  const log = (line: string) => console.log(line);
  await ensurePrismaClient();
  await ensureBuilt({ log, standalone: true });
  const scratch = await mkdtemp(join(tmpdir(), "countersign-shipped-"));
  // As root, the account of the database must be able to enter it.
  await chmod(scratch, 0o755);
  const folder = join(scratch, "app");
  // As Next leaves it there where whoever builds has one.
  await writeFile(".next/standalone/.env", "SMTP_URL=of-this-machine\n");
  await makeTree(folder);
  const { files, bytes } = await sizeOf(folder);
  log(`The tree: ${files} files, ${mb(bytes)}.`);
  const desk = await startTree(folder, join(scratch, "home")).catch(async (error: unknown) => {
    await rm(scratch, { recursive: true, force: true });
    throw error;
  });
  try {
    const tried = { desk, folder, scratch, signed: { slug: "" } };
    for (const [promise, check] of [left, ...reading, ...signing, ...operating, ...keys]) {
      await check(tried);
      log(`✓ ${promise}`);
    }
  } finally {
    const ended = await desk.stop();
    await rm(scratch, { recursive: true, force: true });
    log(`App and worker ended with ${ended.app} and ${ended.worker}.`);
  }
});
process.exit();
