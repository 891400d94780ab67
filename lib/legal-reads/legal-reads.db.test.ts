import { beforeAll, describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { getClaim, openClaim, gateDto } from "../claims/queries";
import { dumpLog, type DumpLine } from "../log/dump.server";
import { planScheduled } from "../jobs/publish-scheduled";
import { signOffVerdict } from "../publications/commands/sign-off-verdict";
import { giveReview } from "../reviews/commands";
import { scheduleSignOff } from "../schedules/commands/schedule-sign-off";
import { scheduleOf } from "../schedules/queries";
import { takeBack } from "../undo/take-back.server";
import { writeVerdict } from "../verdicts/commands";
import { noteLegalRead, withdrawLegalRead } from "./commands";
import type { LegalReadsDto } from "./dto";

const database = useTestDatabase();
const desk = makeDesk(database);
const canary = "Zephyrine Canarybird";
let editor: Viewer;

/** As an admin's saving it leaves it; the newsroom's rule for all of this file unless a test says otherwise. */
async function askFor(legalRead: "off" | "always" | "topics", legalReadTopics: string[] = []): Promise<void> {
  await database.sqlOwner(
    `INSERT INTO setting (key, value) VALUES ('gate', $1)
     ON CONFLICT (key) DO UPDATE SET value = $1, version = setting.version + 1`,
    [JSON.stringify({ originsNeeded: 2, onePersonDesk: false, legalRead, legalReadTopics })],
  );
}

beforeAll(async () => {
  editor = await database.makeViewer("editor", "Edda");
  await askFor("always");
});

const read = (viewer: Viewer, claimId: string, more: { at?: string; draftHash?: string } = {}) =>
  noteLegalRead(viewer, claimId, { kind: "read", reader: canary, ...more }, new Date());
const readsOf = async (viewer: Viewer, claimId: string) =>
  (await getClaim(viewer, claimId, new Date()))!.legalReads as LegalReadsDto;
const lineOf = async (viewer: Viewer, claimId: string) => {
  const { issues } = await gateDto(viewer, (await openClaim(claimId, new Date()))!, new Date());
  return issues.find(({ code }) => code === "legal-read-missing");
};
const inAnHour = () => new Date(Date.now() + 3_600_000);
const signLater = async (claimId: string, overrides: { code: string; reason: string }[] = []) => {
  const revisionHash = await desk.revisionHash(claimId);
  const input = { revisionHash, overrides, publishAt: inAnHour().toISOString() };
  return done(scheduleSignOff(editor, claimId, input, new Date()));
};

describe("a legal read", () => {
  it("holds for the draft as it stood, and is stale once what would be published changed", async () => {
    const { claimId, author } = await desk.ready();
    expect(await lineOf(author, claimId)).toMatchObject({ overridable: false, field: "legalReads" });
    await done(read(author, claimId));
    const before = await readsOf(author, claimId);
    expect(before.reads).toMatchObject([{ reader: canary, kind: "read", notedBy: "Author", isStale: false }]);
    expect(await lineOf(author, claimId)).toBeUndefined();
    // Noting it changed nothing that is published: the claim is ready still.
    expect((await openClaim(claimId, new Date()))!.claim.state).toBe("ready");
    const { version } = (await openClaim(claimId, new Date()))!.dossier.verdict;
    await done(writeVerdict(author, claimId, { finding: "They do, mostly.", version }, new Date()));
    expect((await readsOf(author, claimId)).reads).toMatchObject([{ isStale: true }]);
    expect((await lineOf(author, claimId))!.message).toContain("Stale: the draft changed after");
    const now = await readsOf(author, claimId);
    expect(await refused(read(author, claimId, { draftHash: before.draftHash }))).toMatchObject({
      kind: "conflict",
      code: "stale",
      extra: {
        draftHash: now.draftHash,
        conflict: [{ field: "draftHash", mine: before.draftHash, theirs: now.draftHash }],
      },
    });
    await done(read(author, claimId, { draftHash: now.draftHash }));
  });

  it("is not noted for a draft that changed after it was read, nor for a time to come", async () => {
    const { claimId, author } = await desk.ready();
    const anHourAgo = new Date(Date.now() - 3_600_000).toISOString();
    expect(await refused(read(author, claimId, { at: anHourAgo }))).toMatchObject({
      code: "changed-after-read",
      issues: [{ field: "at" }],
    });
    expect(await refused(read(author, claimId, { at: inAnHour().toISOString() }))).toMatchObject({
      code: "legal-read-time",
    });
    expect((await readsOf(author, claimId)).reads).toEqual([]);
  });

  it("is withdrawn once, by a row of its own, and only while there is a draft", async () => {
    const { claimId, author } = await desk.ready();
    const { id } = await done(read(author, claimId));
    await done(withdrawLegalRead(editor, id, new Date()));
    expect((await readsOf(author, claimId)).reads).toEqual([]);
    expect(await refused(withdrawLegalRead(author, id, new Date()))).toMatchObject({
      code: "already-withdrawn",
    });
    const kept = await database.sql(`SELECT kind FROM legal_read WHERE "claimId" = $1 ORDER BY "notedAt"`, [
      claimId,
    ]);
    expect(kept).toEqual([{ kind: "read" }, { kind: "withdrawn" }]);
    await done(read(author, claimId));
    const revisionHash = await desk.revisionHash(claimId);
    await done(signOffVerdict(editor, claimId, { revisionHash }, new Date()));
    expect(await refused(read(author, claimId))).toMatchObject({ code: "open-a-correction" });
    // What stands in public was read as it stands.
    expect((await readsOf(author, claimId)).reads).toMatchObject([{ isStale: false }]);
  });

  it("that was withdrawn is put back as it was, with whoever noted it and the draft that was read, once", async () => {
    const { claimId, author } = await desk.ready();
    const { id } = await done(read(author, claimId));
    const before = (await readsOf(author, claimId)).reads;
    const { entryId } = await done(withdrawLegalRead(editor, id, new Date()));
    expect(await lineOf(author, claimId)).toBeDefined();
    for (let twice = 0; twice < 2; twice += 1) await done(takeBack(editor, { entryId }, new Date()));
    const after = (await readsOf(author, claimId)).reads;
    expect(after).toEqual([{ ...before[0], id: after[0]!.id }]);
    expect(await lineOf(author, claimId)).toBeUndefined();
    await done(withdrawLegalRead(author, after[0]!.id, new Date()));
    expect(await refused(takeBack(editor, { entryId }, new Date()))).toMatchObject({ code: "stale" });
    expect((await readsOf(author, claimId)).reads).toEqual([]);
  });

  it("that was put back is not put back again, though the clock that named it then is behind", async () => {
    const { claimId, author } = await desk.ready();
    const { id } = await done(read(author, claimId));
    const { entryId } = await done(withdrawLegalRead(editor, id, new Date()));
    const again = `00000000-${claimId}`;
    await database.sql(
      `INSERT INTO legal_read (id, "claimId", kind, reader, at, "draftHash", "notedById", "notedAt")
       SELECT $1, "claimId", kind, reader, at, "draftHash", "notedById", "notedAt" FROM legal_read WHERE id = $2`,
      [again, id],
    );
    await database.sql(
      `INSERT INTO log_entry (id, at, "actorId", event, "subjectKind", "subjectId", "claimId", commitment)
       VALUES ($1, now(), $2, 'legal-read.restored', 'legal-read', $1, $3, repeat('0', 64))`,
      [again, editor.id, claimId],
    );
    await done(takeBack(editor, { entryId }, new Date()));
    expect((await readsOf(author, claimId)).reads).toMatchObject([{ id: again }]);
  });

  it("is hidden from whoever still has to review, gate and all", async () => {
    const { claimId, author, reviewer } = await desk.inReview();
    await done(read(author, claimId));
    expect((await getClaim(reviewer, claimId, new Date()))!.legalReads).toEqual({ hidden: true });
    await done(withdrawLegalRead(author, (await readsOf(author, claimId)).reads[0]!.id, new Date()));
    expect(await lineOf(reviewer, claimId)).toBeUndefined();
    await done(giveReview(reviewer, claimId, { mark: "confirmed", rationale: "I read it." }, new Date()));
    expect(await lineOf(reviewer, claimId)).toBeDefined();
  });

  it("leaves what waits for its time waiting, and takes it along when it is withdrawn", async () => {
    const { claimId, author } = await desk.ready();
    const { id } = await done(read(author, claimId));
    await signLater(claimId);
    await done(noteLegalRead(author, claimId, { kind: "asked", reader: "Another" }, new Date()));
    expect(await scheduleOf(claimId)).not.toBeNull();
    await done(withdrawLegalRead(author, id, new Date()));
    expect(await scheduleOf(claimId)).toBeNull();
    const [row] = await database.sql(`SELECT "endCode", "endedById" FROM schedule WHERE "claimId" = $1`, [
      claimId,
    ]);
    expect(row).toEqual({ endCode: "gate", endedById: author.id });
  });

  it("that is withdrawn is not named for what fell before, by whoever may sign no more", async () => {
    const { claimId, author } = await desk.ready();
    const { id } = await done(read(author, claimId));
    const asked = { kind: "asked", reader: "Another" } as const;
    const { id: other } = await done(noteLegalRead(author, claimId, asked, new Date()));
    await signLater(claimId);
    await database.sql(`UPDATE "user" SET role = 'checker' WHERE id = $1`, [editor.id]);
    try {
      await done(withdrawLegalRead(author, other, new Date()));
    } finally {
      await database.sql(`UPDATE "user" SET role = 'editor' WHERE id = $1`, [editor.id]);
    }
    const [row] = await database.sql(`SELECT "endCode", "endedById" FROM schedule WHERE "claimId" = $1`, [
      claimId,
    ]);
    expect(row).toEqual({ endCode: "signer", endedById: null });
    await done(withdrawLegalRead(author, id, new Date()));
  });

  it("that is asked for only after signing cancels what waits unread, as any change of the gate does", async () => {
    await askFor("off");
    const { claimId } = await desk.ready();
    await signLater(claimId);
    await askFor("always");
    await planScheduled(new Date(Date.now() + 120_000));
    expect(await scheduleOf(claimId)).toBeNull();
  });
});

/** Everything about a publication that leaves the house, and the log as it is handed out without words. */
async function exitsOf(claimId: string): Promise<string> {
  const rows = await database.sql(
    `SELECT p.*, l.* FROM publication p LEFT JOIN publication_listing l ON l.slug = p.slug WHERE p."claimId" = $1`,
    [claimId],
  );
  const deliveries = await database.sql(`SELECT * FROM webhook_delivery`);
  const lines: DumpLine[] = [];
  await dumpLog({ withWords: false }, async (line) => void lines.push(line));
  return JSON.stringify([rows, deliveries, lines]);
}

describe("outside the desk", () => {
  it("nobody learns who read it, in record, lists or the log that is handed out", async () => {
    const { claimId, author } = await desk.ready("Two new ferries sail from Selby to Hull");
    await done(noteLegalRead(author, claimId, { kind: "asked", reader: canary }, new Date()));
    await done(read(author, claimId));
    const revisionHash = await desk.revisionHash(claimId);
    await done(signOffVerdict(editor, claimId, { revisionHash }, new Date()));
    const out = await exitsOf(claimId);
    expect(out).toContain("from Selby to Hull");
    expect(out).not.toContain(canary);
    const [row] = await database.sql<{ recordText: string }>(
      `SELECT "recordText" FROM publication WHERE "claimId" = $1`,
      [claimId],
    );
    expect(row!.recordText).not.toMatch(/legal/i);
    // The log's words hold name and time, and nothing else.
    const bodies = await database.sql<{ event: string; body: Record<string, unknown> }>(
      `SELECT e.event, p.body FROM log_entry e JOIN log_payload p ON p."entryId" = e.id
       WHERE e."claimId" = $1 AND e.event LIKE 'legal-read.%' ORDER BY e.id`,
      [claimId],
    );
    expect(bodies.map(({ event, body }) => [event, Object.keys(body).sort()])).toEqual([
      ["legal-read.asked", ["at", "reader"]],
      ["legal-read.noted", ["at", "reader"]],
    ]);
  });

  it("no editor does without one: an override would be printed", async () => {
    const { claimId } = await desk.ready();
    const revisionHash = await desk.revisionHash(claimId);
    const overrides = [{ code: "legal-read-missing", reason: "She is ill." }];
    const error = await refused(signOffVerdict(editor, claimId, { revisionHash, overrides }, new Date()));
    expect(error.issues?.map(({ code }) => code).sort()).toEqual([
      "legal-read-missing",
      "override-not-allowed",
    ]);
  });
});
