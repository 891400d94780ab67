import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { folderOfKind } from "./kind-folder";

let home = "";
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "countersign-kind-"));
});
afterEach(() => rm(home, { recursive: true, force: true }));

it("keeps the keys of the demo and of the real desk apart, whichever came first", async () => {
  expect(await folderOfKind(home, "demo")).toBe(home);
  expect(await folderOfKind(home, "desk")).toBe(join(home, "desk"));
  expect(await folderOfKind(home, "demo")).toBe(home);
});

it("gives the home itself to a desk that never had a demo", async () => {
  expect(await folderOfKind(home, "desk")).toBe(home);
  expect(await folderOfKind(home, "desk")).toBe(home);
});
