import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadKeySet } from "@/lib/publications/signing-key.server";
import { signOffVerdict } from "@/lib/publications/commands/sign-off-verdict";
import { done, makeDesk } from "../test/desk-scene";
import { useTestDatabase } from "../test/test-database";
import { useInstance } from "./find-instance";
import { prepareSigningKey } from "./signing-key";

const database = useTestDatabase();
const desk = makeDesk(database);
const keySet = () => join(database.home, "signing-keys.json");

describe("the keys of a desk", () => {
  beforeAll(async () => {
    const editor = await database.makeViewer("editor", "Editor");
    const { claimId, hash } = await desk.ready();
    await done(signOffVerdict(editor, claimId, { revisionHash: hash }, new Date()));
  });

  it("are not begun anew where something was published and the key set is missing", async () => {
    await rename(keySet(), `${keySet()}.lost`);
    await expect(prepareSigningKey(database.home, database.ownerUrl, new Date())).rejects.toThrow(
      "Put it back",
    );
    await expect(loadKeySet()).rejects.toThrow("ENOENT");
    await writeFile(keySet(), '{"keys":[]}');
    await prepareSigningKey(database.home, database.ownerUrl, new Date());
    await rename(`${keySet()}.lost`, keySet());
  });

  it("are those of the real desk for every command, in a home where the demo came first", async () => {
    const before = { ...process.env };
    const home = await mkdtemp(join(tmpdir(), "countersign-both-"));
    await writeFile(join(home, "first-kind"), "demo");
    try {
      Object.assign(process.env, { COUNTERSIGN_HOME: home, DATABASE_URL: database.ownerUrl });
      expect(await useInstance()).toEqual({ instance: null, home });
      expect(process.env.COUNTERSIGN_HOME).toBe(join(home, "desk"));
    } finally {
      Object.assign(process.env, before);
      await rm(home, { recursive: true, force: true });
    }
  });
});
