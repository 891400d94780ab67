import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureSigningKey, KeyIsOver, loadKeySet, loadSigningKey } from "./signing-key.server";
import type { KeySet } from "./sign";

let home = "";
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "countersign-keys-"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const keyFile = () => join(home, "signing-key.pem");
const keys = async () => (JSON.parse(await readFile(join(home, "signing-keys.json"), "utf8")) as KeySet).keys;
const at = (day: number) => new Date(`2026-03-0${day}T00:00:00.000Z`);

test("a key that was moved away is replaced, and stays in the set for what it signed; it may not come back", async () => {
  await ensureSigningKey(home, at(1));
  await ensureSigningKey(home, at(2));
  expect(await keys()).toMatchObject([{ validFrom: at(1).toISOString() }]);

  await rename(keyFile(), join(home, "old.pem"));
  await ensureSigningKey(home, at(3));
  const [first, second, ...more] = await keys();
  expect([first, second, more]).toMatchObject([
    { validFrom: at(1).toISOString(), validTo: at(3).toISOString() },
    { validFrom: at(3).toISOString() },
    [],
  ]);
  expect(second).not.toHaveProperty("validTo");

  const newest = await readFile(keyFile(), "utf8");
  await writeFile(keyFile(), await readFile(join(home, "old.pem"), "utf8"));
  await expect(ensureSigningKey(home, at(4))).rejects.toThrow(KeyIsOver);
  expect(await keys()).toEqual([first, second]);
  await writeFile(keyFile(), newest);
  await ensureSigningKey(home, at(5));

  await writeFile(
    join(home, "signing-keys.json"),
    JSON.stringify({ keys: [first, { ...second, revokedAt: at(4).toISOString() }] }),
  );
  await expect(ensureSigningKey(home, at(6))).rejects.toThrow("was replaced or revoked");
});

test("a key set that cannot be read is no empty one: nothing is served from it, and no start writes over it", async () => {
  const unread = join(home, "unread");
  await mkdir(join(unread, "signing-keys.json"), { recursive: true });
  await expect(ensureSigningKey(unread, at(1))).rejects.toThrow("EISDIR");
  await withHome(unread, () => expect(loadKeySet()).rejects.toThrow("EISDIR"));
});

test("a process that still holds a key that was rotated away signs nothing with it", async () => {
  const rotated = join(home, "rotated");
  await ensureSigningKey(rotated, at(1));
  const old = await readFile(join(rotated, "signing-key.pem"), "utf8");
  await withHome(rotated, async () => {
    expect((await loadSigningKey()).privatePem).toBe(old);
    await rm(join(rotated, "signing-key.pem"));
    await ensureSigningKey(rotated, at(2));
    await writeFile(join(rotated, "signing-key.pem"), old);
    await expect(loadSigningKey()).rejects.toThrow(KeyIsOver);
  });
});

async function withHome(folder: string, work: () => Promise<void>): Promise<void> {
  const { COUNTERSIGN_HOME, DATABASE_URL } = process.env;
  Object.assign(process.env, { COUNTERSIGN_HOME: folder, DATABASE_URL: "postgresql://localhost/none" });
  try {
    await work();
  } finally {
    for (const [name, value] of Object.entries({ COUNTERSIGN_HOME, DATABASE_URL }))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  }
}
