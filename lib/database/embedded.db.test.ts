import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { embeddedDataFolder, OtherMajorVersion, startEmbedded } from "./embedded.server";

const made: string[] = [];
afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
});

it("data of another PostgreSQL is refused in words before anything touches it", async () => {
  const home = await mkdtemp(join(tmpdir(), "other-major-"));
  const data = await embeddedDataFolder(home);
  made.push(home, data);
  await mkdir(data, { recursive: true });
  await writeFile(join(data, "PG_VERSION"), "12\n");
  const start = startEmbedded(home);
  await expect(start).rejects.toBeInstanceOf(OtherMajorVersion);
  await expect(start).rejects.toThrow(/made by PostgreSQL 12, and this version brings \d+/);
  expect(await readFile(join(data, "PG_VERSION"), "utf8")).toBe("12\n");
});
