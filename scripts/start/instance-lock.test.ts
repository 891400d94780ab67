import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { beginningOf, claimHome, runningInstance } from "./instance-lock";
import { StartRefused } from "./settings";

let home = "";
const at = { port: 4000, url: "http://localhost:4000" };
const write = (instance: object | string) =>
  writeFile(join(home, "instance.json"), typeof instance === "string" ? instance : JSON.stringify(instance));

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "countersign-lock-"));
});
afterEach(() => rm(home, { recursive: true, force: true }));

describe("the lock on a home folder", () => {
  it("is held by one, names its address to the other, and is free again after release", async () => {
    const lock = await claimHome(home, at);
    expect(lock.tookOver).toBe(false);
    await expect(claimHome(home, at)).rejects.toThrow(StartRefused);
    await expect(claimHome(home, at)).rejects.toThrow(at.url);
    await lock.release();
    await (await claimHome(home, at)).release();
    expect(await readdir(home)).toEqual([]);
  });

  it("has one winner of ten at once, over a dead one too", async () => {
    await write({ pid: 2 ** 22 + 1, began: "long ago", ...at });
    const done = await Promise.allSettled(Array.from({ length: 10 }, () => claimHome(home, at)));
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it.each([
    ["a process that is gone", { pid: 2 ** 22 + 1, began: "long ago", ...at }],
    ["another process that got the same number", { pid: process.pid, began: "long ago", ...at }],
    ["a file that was cut short", '{"pid": 12'],
    ["an empty file", ""],
  ])("is taken over from %s", async (_name, left) => {
    await write(left);
    expect(await runningInstance(home)).toBeNull();
    const lock = await claimHome(home, at);
    expect(lock.tookOver).toBe(true);
    await lock.release();
  });

  it("tells what is learnt later, to its owner only", async () => {
    const lock = await claimHome(home, at);
    await lock.update({ databaseUrl: "postgresql://localhost/x" });
    expect(await runningInstance(home)).toMatchObject({
      ...at,
      pid: process.pid,
      databaseUrl: "postgresql://localhost/x",
    });
    expect((await stat(join(home, "instance.json"))).mode & 0o777).toBe(0o600);
    await lock.release();
  });
});

describe("beginningOf", () => {
  it("stays the same for a process and is empty for none", () => {
    expect(beginningOf(process.pid)).toBe(beginningOf(process.pid));
    expect(beginningOf(process.pid)).not.toBe("");
    expect(beginningOf(2 ** 22 + 1)).toBe("");
  });
});
