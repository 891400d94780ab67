import { beforeAll, describe, expect, it } from "vitest";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { makeScene, refusalOf } from "../../scripts/test/guard-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { scheduleSignOff } from "./commands/schedule-sign-off";

const database = useTestDatabase();
const desk = makeDesk(database);
const later = new Date(Date.now() + 8 * 3_600_000);
let editors: Viewer[] = [];
let editor: Viewer;

beforeAll(async () => {
  editors = await Promise.all(["Edda", "Egil"].map((name) => database.makeViewer("editor", name)));
  editor = editors[0]!;
});

const rowOf = async (claimId: string) =>
  (await database.sql(`SELECT * FROM schedule WHERE "claimId" = $1`, [claimId]))[0]!;

/** A claim that an editor signed for later. */
async function scheduled() {
  const scene = await desk.ready();
  const input = { revisionHash: scene.hash, publishAt: later.toISOString() };
  await done(scheduleSignOff(editor, scene.claimId, input, new Date()));
  return { ...scene, scheduleId: String((await rowOf(scene.claimId)).id) };
}

describe("SQL of the application's role", () => {
  const plan = async (claimId: string, editorId: string, hash: string, signerName = "Edda") =>
    makeScene(database).add("schedule", {
      id: makeScene(database).id(),
      claimId,
      editorId,
      signerName,
      revisionHash: hash,
      recordText: "{}",
      signedAt: new Date(),
      publishAt: later,
    });
  const keep = (claimId: string, hash: string) => makeScene(database).revise(claimId, 99, hash);

  it("cannot let an author, a checker or a second editor sign for later, nor a stale revision", async () => {
    const { claimId, hash, author, reviewer } = await desk.ready();
    await keep(claimId, hash);
    for (const id of [author.id, reviewer.id])
      expect((await refusalOf(plan(claimId, id, hash))).message).toContain("four-eyes");
    expect((await refusalOf(plan(claimId, editor.id, "0".repeat(64)))).message).toContain("stale");
    await plan(claimId, editor.id, hash);
    expect((await refusalOf(plan(claimId, editors[1]!.id, hash))).code).toBe("23505");
  });

  it("cannot publish it before its time, under another name, or call it published", async () => {
    const { claimId, hash, scheduleId } = await scheduled();
    const guards = makeScene(database);
    expect((await refusalOf(guards.signOff(claimId, editors[1]!.id, hash))).message).toContain(
      "already signed",
    );
    const row = await rowOf(claimId);
    const as = { scheduleId, signedAt: row.signedAt };
    expect((await refusalOf(guards.signOff(claimId, editors[1]!.id, hash, as))).message).toContain(
      "as it was signed",
    );
    const signOffId = await guards.signOff(claimId, editor.id, hash, as);
    const early = guards.publication(claimId, signOffId, hash, 1, { publishedAt: new Date() });
    expect((await refusalOf(early)).message).toContain("before its time");
    const late = { publishedAt: new Date(later.getTime() + 1_000) };
    const renamed = guards.publication(claimId, signOffId, hash, 1, late);
    expect((await refusalOf(renamed)).message).toContain("under another name");
    for (const change of [
      `state = 'published', "endedAt" = now()`,
      `"publishAt" = "publishAt" + interval '1 day'`,
    ])
      expect(
        (await refusalOf(database.sql(`UPDATE schedule SET ${change} WHERE id = $1`, [scheduleId]))).code,
      ).toBe("23514");
    for (const column of ["revisionHash", "recordText", "editorId", "signerName", "overrides", "signedAt"])
      expect(
        (
          await refusalOf(
            database.sql(`UPDATE schedule SET "${column}" = "${column}" WHERE id = $1`, [scheduleId]),
          )
        ).code,
      ).toBe("42501");
    expect((await refusalOf(database.sql("DELETE FROM schedule WHERE id = $1", [scheduleId]))).code).toBe(
      "42501",
    );
  });

  it("cannot sign for later under no name", async () => {
    const { claimId, hash } = await desk.ready();
    await keep(claimId, hash);
    expect((await refusalOf(plan(claimId, editor.id, hash, " "))).message).toContain("schedule_names_signer");
  });

  it("takes what waits along when a claim leaves its state by any path", async () => {
    const { claimId } = await scheduled();
    await database.sql("UPDATE claim SET state = 'in-review' WHERE id = $1", [claimId]);
    expect(await rowOf(claimId)).toMatchObject({ state: "cancelled", endCode: "changed" });
  });
});
