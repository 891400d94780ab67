import { beforeAll, beforeEach, expect, it } from "vitest";
import { done, makeDesk, wholeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { db } from "../core/db.server";
import { planRechecks } from "../jobs/plan-rechecks";
import { publishScheduled } from "../jobs/publish-scheduled";
import { listNews } from "../notifications/queries";
import { openCorrection } from "../publications/commands/open-correction";
import { retractPublication } from "../publications/commands/retract-publication";
import { signOffVerdict } from "../publications/commands/sign-off-verdict";
import { publishScheduledNow } from "../schedules/commands/end-schedule";
import { scheduleSignOff } from "../schedules/commands/schedule-sign-off";
import { saveShelfLife } from "../settings/commands";
import { loadSettingsToEdit } from "../settings/queries";
import { lockSetting, save } from "../settings/save-setting.server";
import { takeBack } from "../undo/take-back.server";
import { writeVerdict } from "../verdicts/commands";
import { lookedAgain } from "./commands/look-again";
import { takeDatesAway } from "./date-published.server";
import { nextLook } from "./keep-shelf-life.server";
import { listDue } from "./queries";

const database = useTestDatabase();
const desk = makeDesk(database);
const never = { said: null, so: null, forecast: null, "image-or-video": null };
let admin: Viewer, editor: Viewer;

beforeAll(async () => {
  admin = await database.makeViewer("admin", "Admin");
  editor = await database.makeViewer("editor", "Signer");
});

/** Days for claims that something is so, and for topics; none for other kinds. */
async function saveDays(so: number | null, byTopic: { topic: string; days: number }[] = []) {
  const { versions } = await loadSettingsToEdit();
  const input = { byKind: { ...never, so }, byTopic, version: versions.shelfLife };
  return done(saveShelfLife(admin, input, new Date()));
}

// What other tests published has a date, and what is published from then on has none.
beforeEach(async () => {
  await saveDays(1);
  await saveDays(null);
});

/** A claim that something is so, which an editor signed; true as of a day, where one is given. */
async function published({ asOf, topics }: { asOf?: string; topics?: string[] } = {}) {
  const scene = await desk.inReview(undefined, topics);
  if (asOf) await done(writeVerdict(scene.author, scene.claimId, { asOf, version: 1 }, new Date()));
  for (const viewer of [scene.reviewer, scene.other]) await desk.review(viewer, scene.claimId);
  await desk.event(scene.author, scene.claimId, "ready");
  const sign = async () => {
    const revisionHash = await desk.revisionHash(scene.claimId);
    return done(signOffVerdict(editor, scene.claimId, { revisionHash }, new Date()));
  };
  return { ...scene, sign };
}

const signed = async (given?: Parameters<typeof published>[0]) => {
  const scene = await published(given);
  await scene.sign();
  return scene;
};

const dueOf = async (claimId: string) => (await listDue(wholeDesk, { claimId }, new Date())).items[0];
const bodyOf = async (entryId: string) =>
  (await database.sql<{ body: object }>(`SELECT body FROM log_payload WHERE "entryId" = $1`, [entryId]))[0]
    ?.body;

it("what was published without a date gets the one that publishing would have set once there are days for it", async () => {
  const plain = await signed();
  const asOf = await signed({ asOf: "2024-06-01" });
  const onTopic = await signed({ topics: ["Ціни", "Prices"] });
  const inCorrection = await signed({ asOf: "2024-05-01" });
  const why = { class: "update", reason: "It changed." } as const;
  await done(openCorrection(inCorrection.author, inCorrection.claimId, why, new Date()));
  const open = await published();
  const retracted = await signed();
  const gone = { reason: "Wrong.", version: 1 };
  await done(retractPublication(editor, retracted.claimId, gone, new Date()));
  for (const { claimId } of [plain, asOf, onTopic, inCorrection])
    expect(await dueOf(claimId)).toBeUndefined();

  const byTopic = [
    { topic: "ЦІНИ", days: 7 },
    { topic: "prices", days: 30 },
  ];
  const saved = await saveDays(90, byTopic);
  expect(saved).toMatchObject({ dated: 4, due: 2 });
  expect(await bodyOf(saved.entryId)).toMatchObject({ dated: 4, due: 2, version: saved.version });
  for (const [{ claimId }, topics, day] of [
    [plain, [], null],
    [asOf, [], "2024-06-01"],
    [onTopic, ["Ціни"], null],
    [inCorrection, [], "2024-05-01"],
  ] as const) {
    const [{ publishedAt }] = (await database.sql<{ publishedAt: Date }>(
      `SELECT "publishedAt" FROM publication WHERE "claimId" = $1`,
      [claimId],
    )) as [{ publishedAt: Date }];
    const look = await db().$transaction((tx) => nextLook(tx, { kind: "so", topics }, day, publishedAt));
    expect(await dueOf(claimId)).toMatchObject({
      recheckAt: look?.toISOString(),
      since: publishedAt.toISOString(),
      lookedBy: null,
    });
  }
  const undated = [open.claimId, retracted.claimId];
  expect(await database.sql(`SELECT 1 FROM shelf_life WHERE "claimId" = ANY($1)`, [undated])).toEqual([]);

  // Dates that are set stay, whatever the days become.
  const before = await dueOf(plain.claimId);
  expect(await saveDays(30, byTopic)).toMatchObject({ dated: 0, due: 0 });
  expect(await dueOf(plain.claimId)).toEqual(before);
});

it("taking the days back takes these dates away, with the task that came of one, but for those that something was done with", async () => {
  const [untouched, looked] = [await signed({ asOf: "2024-06-01" }), await signed({ asOf: "2024-06-01" })];
  const dated = await signed();
  await database.sql(
    `INSERT INTO shelf_life ("claimId", "recheckAt", since) VALUES ($1, '2030-01-01', '2026-01-01')`,
    [dated.claimId],
  );
  const { entryId, ...given } = await saveDays(90);
  expect(given.dated).toBe(2);
  await planRechecks(new Date());
  await done(lookedAgain(looked.other, looked.claimId, {}, new Date()));
  const meanwhile = await signed();
  const undo = () => done(takeBack(admin, { entryId }, new Date()));
  const settled = async ({ author, claimId }: typeof untouched) =>
    (await listNews(author)).items.find(({ kind, claim }) => kind === "shelf-life" && claim?.id === claimId)
      ?.settled;
  expect([await settled(untouched), await settled(looked)]).toEqual([null, "done since"]);
  expect((await undo()).stays).toBe(
    "1 of the 2 claims that got a date stays as it is: something was done with it since.",
  );
  await undo();
  const rows = await database.sql<{ claimId: string }>(
    `SELECT "claimId" FROM shelf_life WHERE "claimId" = ANY($1) ORDER BY "claimId"`,
    [[untouched, looked, dated, meanwhile].map(({ claimId }) => claimId)],
  );
  expect(rows.map(({ claimId }) => claimId)).toEqual(
    [looked, dated, meanwhile].map(({ claimId }) => claimId).sort(),
  );
  const tasks = await database.sql(
    `SELECT note, "doneAt" IS NULL AS open FROM task WHERE "claimId" = $1 AND kind = 'shelf-life'`,
    [untouched.claimId],
  );
  expect(tasks).toEqual([{ note: "The days by which it was due were taken back.", open: false }]);
  // Nobody looked at the one.
  expect([await settled(untouched), await settled(looked)]).toEqual(["no longer due", "done since"]);
});

it("what was published while there were none by mistake has a date once the days are back", async () => {
  await saveDays(90);
  const { entryId } = await saveDays(null);
  const { claimId } = await signed({ asOf: "2024-05-01" });
  expect(await dueOf(claimId)).toBeUndefined();
  expect((await done(takeBack(admin, { entryId }, new Date()))).stays).toBeNull();
  expect((await dueOf(claimId))?.recheckAt).toBe("2024-07-30T12:00:00.000Z");
});

const waitsForLock = (kind: "advisory" | "transactionid") => {
  const waiting = () =>
    database.sql(
      `SELECT 1 FROM pg_locks l JOIN pg_stat_activity a USING (pid)
       WHERE l.locktype = $1 AND NOT l.granted AND a.datname = current_database()`,
      [kind],
    );
  return expect.poll(waiting, { timeout: 10_000 }).toHaveLength(1);
};

const openTasks = (claimId: string) =>
  database.sql(`SELECT 1 FROM task WHERE "claimId" = $1 AND kind = 'shelf-life' AND "doneAt" IS NULL`, [
    claimId,
  ]);

it("no task asks for a look on a day that is taken away while tasks are opened", async () => {
  const { claimId } = await signed({ asOf: "2024-06-01" });
  const { entryId } = await saveDays(90);
  let planning: Promise<string[]> = Promise.resolve([]);
  await db().$transaction(
    async (tx) => {
      await takeDatesAway(tx, entryId, new Date());
      planning = planRechecks(new Date());
      await waitsForLock("transactionid");
    },
    { timeout: 15_000 },
  );
  expect(await planning).not.toContain(claimId);
  expect(await openTasks(claimId)).toEqual([]);
});

it("a task that is being opened while its day is taken away is closed with it", async () => {
  const { claimId } = await signed({ asOf: "2024-06-01" });
  const { entryId } = await saveDays(90);
  let taking: Promise<number> = Promise.resolve(0);
  await db().$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM shelf_life WHERE "claimId" = ${claimId} FOR SHARE`;
      taking = db().$transaction((other) => takeDatesAway(other, entryId, new Date()), { timeout: 15_000 });
      await waitsForLock("transactionid");
      const task = { id: `opened-${claimId}`, kind: "shelf-life", text: "Look again.", claimId };
      await tx.task.create({ data: task });
    },
    { timeout: 15_000 },
  );
  expect(await taking).toBe(1);
  expect(await openTasks(claimId)).toEqual([]);
});

/** An act on a claim that begins while days are being saved, and ends after that. The claim stays free until then. */
async function whileDaysAreSaved(claimId: string, act: () => Promise<unknown>) {
  const { shelfLife, versions } = await loadSettingsToEdit();
  const value = { ...shelfLife, byKind: { ...never, so: 90 } };
  let acting: Promise<unknown> = Promise.resolve();
  await db().$transaction(
    async (tx) => {
      await lockSetting(tx, "shelfLife");
      acting = act();
      await waitsForLock("advisory");
      // As dating it does: who waits for the days must not be waited for.
      await tx.$queryRaw`SELECT 1 FROM claim WHERE id = ${claimId} FOR KEY SHARE NOWAIT`;
      const saving = { key: "shelfLife", value, before: shelfLife, version: versions.shelfLife } as const;
      await save(tx, admin, saving, new Date());
    },
    { timeout: 15_000 },
  );
  return acting;
}

const inAnHour = () => new Date(Date.now() + 3_600_000);

it("what is published while days are being saved waits for them, and has a date, however it is published", async () => {
  const later = async () => {
    const { claimId } = await published({ asOf: "2024-05-01" });
    const revisionHash = await desk.revisionHash(claimId);
    const input = { revisionHash, publishAt: inAnHour().toISOString() };
    await done(scheduleSignOff(editor, claimId, input, new Date()));
    return claimId;
  };
  const { claimId, sign } = await published({ asOf: "2024-05-01" });
  await whileDaysAreSaved(claimId, sign);
  const ids = [claimId];
  for (const publish of [
    (id: string) => done(publishScheduledNow(editor, id, new Date())),
    async (id: string) => {
      const { id: scheduleId } = await db().schedule.findFirstOrThrow({ where: { claimId: id } });
      return publishScheduled({ scheduleId }, new Date(inAnHour().getTime() + 1_000));
    },
  ]) {
    await saveDays(null);
    const id = await later();
    await whileDaysAreSaved(id, () => publish(id));
    ids.push(id);
  }
  for (const id of ids) expect((await dueOf(id))?.recheckAt).toBe("2024-07-30T12:00:00.000Z");
});

it("a look while days are being saved counts the next one by them", async () => {
  const { claimId, other } = await signed();
  await whileDaysAreSaved(claimId, () => done(lookedAgain(other, claimId, {}, new Date())));
  expect(await dueOf(claimId)).toMatchObject({ lookedBy: other.name, isChosen: false });
});

it("a date is by the newsroom's days or by a look, never both", async () => {
  const { claimId, other } = await signed();
  const both = database.sql(
    `INSERT INTO shelf_life ("claimId", "recheckAt", since, "lookedById", "byEntryId") VALUES ($1, now(), now(), $2, 'x')`,
    [claimId, other.id],
  );
  await expect(both).rejects.toThrow(/a_look_is_no_setting/);
});
