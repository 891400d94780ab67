import { beforeAll, describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { gateDto, getClaim, openClaim } from "../claims/queries";
import { changedSince } from "../undo/own-entry.server";
import { takeBack } from "../undo/take-back.server";
import { writeVerdict } from "../verdicts/commands";
import { abandonCorrection, changeCorrection } from "./commands/change-correction";
import { openCorrection } from "./commands/open-correction";
import { retractPublication } from "./commands/retract-publication";
import { retractionOf } from "./retraction.server";
import { signOffVerdict } from "./commands/sign-off-verdict";
import type { ChangeCorrectionInput } from "./schema";

const database = useTestDatabase();
const desk = makeDesk(database);
let editor: Viewer;

beforeAll(async () => {
  editor = await database.makeViewer("editor", "Editor");
});

const sign = async (claimId: string) =>
  signOffVerdict(editor, claimId, { revisionHash: await desk.revisionHash(claimId) }, new Date());
const stateOf = async (claimId: string) =>
  (await database.sql<{ state: string }>("SELECT state FROM claim WHERE id = $1", [claimId]))[0]!.state;
const openRows = (claimId: string) =>
  database.sql(`SELECT class FROM correction WHERE "claimId" = $1 AND "closedAt" IS NULL`, [claimId]);

/** A published claim with a correction of that class open. */
async function correcting(kind: "typo" | "correction") {
  const scene = await desk.ready();
  await done(sign(scene.claimId));
  const input = { class: kind, reason: "A word was wrong." };
  await done(openCorrection(scene.author, scene.claimId, input, new Date()));
  return scene;
}

describe("an open correction", () => {
  it("that is called too little is a line of the gate, refused at signing, and can be called what it is", async () => {
    const { claimId, author } = await correcting("typo");
    await done(writeVerdict(author, claimId, { finding: "They do not.", version: 1 }, new Date()));
    const gate = await gateDto(editor, (await openClaim(claimId, new Date()))!, new Date());
    expect(gate.issues).toContainEqual(
      expect.objectContaining({ code: "class-too-light", overridable: false }),
    );
    await desk.event(author, claimId, "ready");
    expect(await refused(sign(claimId))).toMatchObject({ kind: "invalid", code: "class-too-light" });
    await done(changeCorrection(author, claimId, { class: "correction" }, new Date()));
    expect(await stateOf(claimId)).toBe("in-review");
    await desk.event(author, claimId, "ready");
    await done(sign(claimId));
    const [row] = await database.sql(
      `SELECT version, "correctionClass", "correctionReason" FROM publication WHERE "claimId" = $1 ORDER BY version DESC`,
      [claimId],
    );
    expect(row).toEqual({ version: 2, correctionClass: "correction", correctionReason: "A word was wrong." });
  });

  it("is called again what it was when a change of that is taken back, not over somebody's, nor of another one", async () => {
    const { claimId, author, reviewer } = await correcting("typo");
    const change = (viewer: Viewer, input: ChangeCorrectionInput) =>
      done(changeCorrection(viewer, claimId, input, new Date()));
    const undo = (viewer: Viewer, { entryId }: { entryId: string | null }) =>
      takeBack(viewer, { entryId: entryId! }, new Date());
    const first = await change(author, { class: "update" });
    expect((await change(author, { class: "update" })).entryId).toBeNull();
    await change(reviewer, { reason: "Two words were wrong." });
    expect(await refused(undo(reviewer, first))).toMatchObject({ kind: "not_found" });
    for (let twice = 0; twice < 2; twice += 1) await done(undo(author, first));
    // What somebody else changed of it stays.
    const stands = { class: "typo", reason: "Two words were wrong." };
    expect((await getClaim(editor, claimId, new Date()))!.correction).toMatchObject(stands);
    const changes = await database.sql(
      `SELECT 1 FROM log_entry WHERE event = 'correction.changed' AND "claimId" = $1`,
      [claimId],
    );
    expect(changes).toHaveLength(3);

    const second = await change(author, { reason: "Mine." });
    await change(reviewer, { reason: "Theirs." });
    expect(await refused(undo(author, second))).toMatchObject({ code: "stale", detail: changedSince.detail });
    await done(abandonCorrection(author, claimId, new Date()));
    await done(openCorrection(author, claimId, { class: "typo", reason: "Mine." }, new Date()));
    expect(await refused(undo(author, second))).toMatchObject({ code: "stale" });
    expect((await getClaim(editor, claimId, new Date()))!.correction).toMatchObject({ reason: "Mine." });
  });

  it("that somebody called otherwise after it was read is not called another thing unseen", async () => {
    const { claimId, author, reviewer } = await correcting("typo");
    const expected = { class: "typo", reason: "A word was wrong." } as const;
    await done(changeCorrection(reviewer, claimId, { reason: "Theirs." }, new Date()));
    const mine = { class: "update", reason: "Mine." } as const;
    const refusal = await refused(changeCorrection(author, claimId, { ...mine, expected }, new Date()));
    expect(refusal).toMatchObject({
      kind: "conflict",
      code: "stale",
      detail: expect.stringContaining(reviewer.name),
      extra: {
        current: { class: "typo", reason: "Theirs." },
        conflict: [
          { field: "class", mine: "update", theirs: "typo" },
          { field: "reason", mine: "Mine.", theirs: "Theirs." },
        ],
      },
    });
    const { current } = refusal.extra as { current: typeof expected };
    await done(changeCorrection(author, claimId, { ...mine, expected: current }, new Date()));
    expect((await getClaim(editor, claimId, new Date()))!.correction).toMatchObject(mine);
  });

  it("is named to whoever would open a second one", async () => {
    const { claimId, author } = await correcting("typo");
    const second = { class: "update", reason: "More is known." } as const;
    expect(await refused(openCorrection(author, claimId, second, new Date()))).toMatchObject({
      kind: "conflict",
      code: "correction-open",
      extra: { correction: { class: "typo", reason: "A word was wrong." } },
    });
  });

  it("can be taken back while nothing differs, whoever reviewed again, and names what differs otherwise", async () => {
    const { claimId, author, reviewer } = await correcting("correction");
    await desk.review(reviewer, claimId);
    await done(writeVerdict(author, claimId, { finding: "They do not.", version: 1 }, new Date()));
    expect(await refused(abandonCorrection(author, claimId, new Date()))).toMatchObject({
      code: "correction-changed",
      issues: [{ field: "finding" }],
    });
    await done(writeVerdict(author, claimId, { finding: "They do.", version: 2 }, new Date()));
    await done(abandonCorrection(author, claimId, new Date()));
    expect([await stateOf(claimId), await openRows(claimId)]).toEqual(["published", []]);
    expect((await refused(abandonCorrection(author, claimId, new Date()))).code).toBe("no-correction");
    await done(openCorrection(author, claimId, { class: "typo", reason: "Now." }, new Date()));
    expect((await getClaim(editor, claimId, new Date()))!.correction).toMatchObject({ class: "typo" });
  });

  it("does not keep a version from being retracted, in any state, and ends with it", async () => {
    for (const events of [[], ["return"], ["ready"]] as const) {
      const { claimId, author } = await correcting("correction");
      expect(await retractionOf(claimId)).toBeNull();
      for (const event of events) await desk.event(author, claimId, event);
      await done(retractPublication(editor, claimId, { reason: "All wrong.", version: 1 }, new Date()));
      expect([await stateOf(claimId), await openRows(claimId)]).toEqual(["retracted", []]);
      expect(await retractionOf(claimId)).toMatchObject({
        version: 2,
        reason: "All wrong.",
        signedBy: editor.name,
      });
      const again = await refused(
        retractPublication(editor, claimId, { reason: "x", version: 2 }, new Date()),
      );
      expect(again.kind).toBe("invalid");
    }
  });
});

describe("by the database alone", () => {
  it("a claim of which nothing stands is neither retracted nor called published", async () => {
    const { claimId, hash } = await desk.ready();
    const retract = `INSERT INTO sign_off (id, "claimId", "editorId", "revisionHash", action) VALUES ('x', $1, $2, $3, 'retract')`;
    await expect(database.sql(retract, [claimId, editor.id, hash])).rejects.toThrow("stands in public");
    for (const state of ["published", "retracted"])
      await expect(
        database.sql("UPDATE claim SET state = $2 WHERE id = $1", [claimId, state]),
      ).rejects.toThrow("without a signed");
  });

  it("a claim being corrected is published again only when its correction was taken back", async () => {
    const { claimId } = await correcting("correction");
    const back = () => database.sql("UPDATE claim SET state = 'published' WHERE id = $1", [claimId]);
    await expect(back()).rejects.toThrow("without a signed");
    await database.sql(`UPDATE correction SET "closedAt" = now() WHERE "claimId" = $1`, [claimId]);
    await expect(back()).rejects.toThrow("without a signed");
    await database.sql(`UPDATE correction SET "abandonedById" = $2 WHERE "claimId" = $1`, [
      claimId,
      editor.id,
    ]);
    await back();
  });
});
