import { beforeAll, expect, it } from "vitest";
import { done, makeDesk, refused, wholeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { createClaim } from "../claims/commands/create-claim";
import { editClaim } from "../claims/commands/edit-claim";
import { db } from "../core/db.server";
import { planNextUpdates } from "../jobs/plan-next-updates";
import { planRechecks } from "../jobs/plan-rechecks";
import { listNews } from "../notifications/queries";
import { openCorrection } from "../publications/commands/open-correction";
import { retractPublication } from "../publications/commands/retract-publication";
import { signOffVerdict } from "../publications/commands/sign-off-verdict";
import { saveShelfLife } from "../settings/commands";
import { defaultShelfLifeSettings } from "../settings/shelf-life-settings";
import { renameTopic } from "../topics/commands";
import { listTasks } from "../tasks/queries";
import { takeBack } from "../undo/take-back.server";
import { writeVerdict } from "../verdicts/commands";
import { lookedAgain } from "./commands/look-again";
import { nextLook } from "./keep-shelf-life.server";
import { listDue } from "./queries";

const database = useTestDatabase();
const desk = makeDesk(database);
const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day);
let editor: Viewer;

beforeAll(async () => {
  editor = await database.makeViewer("editor", "Signer");
});

/** A claim of the kind "so", true as of a day, that an editor signed. */
async function publishedAsOf(asOf: string) {
  const scene = await desk.inReview();
  await done(writeVerdict(scene.author, scene.claimId, { asOf, version: 1 }, new Date()));
  for (const viewer of [scene.reviewer, scene.other]) await desk.review(viewer, scene.claimId);
  await desk.event(scene.author, scene.claimId, "ready");
  const revisionHash = await desk.revisionHash(scene.claimId);
  await done(signOffVerdict(editor, scene.claimId, { revisionHash }, new Date()));
  return scene;
}

const dueOf = async (claimId: string, now = new Date()) =>
  (await listDue(wholeDesk, { claimId }, now)).items[0];
const tasksOf = (claimId: string) =>
  database.sql(`SELECT note, "doneById" FROM task WHERE "claimId" = $1 AND kind = 'shelf-life' ORDER BY id`, [
    claimId,
  ]);

it("what is published is due by its kind from the day it is true as of, and one task asks for the look", async () => {
  const { claimId, author } = await publishedAsOf("2024-06-01");
  expect(await dueOf(claimId)).toMatchObject({
    recheckAt: "2024-11-28T12:00:00.000Z",
    asOf: "2024-06-01",
    group: "overdue",
    lookedBy: null,
  });
  const runs = await Promise.all([1, 2, 3].map(() => planRechecks(new Date())));
  expect(runs.flat().filter((id) => id === claimId)).toHaveLength(1);
  expect(await planRechecks(new Date())).toEqual([]);
  expect(await tasksOf(claimId)).toHaveLength(1);
  const open = (await listTasks(wholeDesk, { done: false })).items.find(({ claim }) => claim?.id === claimId);
  expect(open?.dueAt).toBe((await dueOf(claimId))?.recheckAt);
  const told = await database.sql(`SELECT 1 FROM notification WHERE "userId" = $1 AND kind = 'shelf-life'`, [
    author.id,
  ]);
  expect(told).toHaveLength(1);
});

it("a period that was set for a topic, in capitals or not, holds when the topic has another name", async () => {
  const admin = await database.makeViewer("admin", "Namer");
  const now = new Date();
  const { byKind } = defaultShelfLifeSettings;
  const byTopic = [{ topic: "prices", days: 30 }];
  const saved = await done(saveShelfLife(admin, { byKind, byTopic, version: 0 }, now));
  await done(createClaim(admin, { text: "Bread costs more", topics: ["Prices"] }, now));
  await done(renameTopic(admin, { name: "Prices", to: "Cost of living", version: 0 }, now));
  const look = await db().$transaction((tx) =>
    nextLook(tx, { kind: "so", topics: ["Cost of living"] }, null, now),
  );
  expect(look).toEqual(new Date(now.getTime() + 30 * day));
  await done(saveShelfLife(admin, { byKind, byTopic: [], version: saved.version }, now));
});

it("a look that finds nothing changed is logged with a name, closes the task, sets the next, and publishes nothing", async () => {
  const { claimId, author, other } = await publishedAsOf("2024-06-01");
  await planRechecks(new Date());
  const now = new Date();
  const asks = async () => (await listNews(author)).items.find((news) => news.claim?.id === claimId)?.settled;
  expect(await asks()).toBeNull();
  await done(lookedAgain(other, claimId, { note: "The register still says so." }, now));
  expect(await asks()).toBe("done since");
  expect(await tasksOf(claimId)).toEqual([
    { note: "Looked again, nothing changed. The register still says so.", doneById: other.id },
  ]);
  expect(await dueOf(claimId)).toMatchObject({
    lookedBy: other.name,
    isChosen: false,
    recheckAt: new Date(now.getTime() + 180 * day).toISOString(),
    group: "later",
  });
  await done(lookedAgain(other, claimId, { next: inDays(3).toISOString().slice(0, 10) }, now));
  expect(await dueOf(claimId)).toMatchObject({ group: "this-week", isChosen: true });
  expect((await refused(lookedAgain(other, claimId, { next: "2024-01-01" }, now))).code).toBe("next-look");
  const versions = await database.sql(`SELECT 1 FROM publication WHERE "claimId" = $1`, [claimId]);
  const entries = await database.sql(
    `SELECT 1 FROM log_entry WHERE "claimId" = $1 AND event = 'shelf-life.looked-again' AND "actorId" = $2`,
    [claimId, other.id],
  );
  expect([versions.length, entries.length]).toEqual([1, 2]);
});

it("a look is taken back: due as before, its task open again, once, and not over somebody's later look", async () => {
  const { claimId, other, reviewer } = await publishedAsOf("2024-06-01");
  await planRechecks(new Date());
  const before = await dueOf(claimId);
  const look = (viewer: Viewer) => done(lookedAgain(viewer, claimId, { note: "By mistake." }, new Date()));
  const undo = (viewer: Viewer, entryId: string) => takeBack(viewer, { entryId }, new Date());
  const first = await look(other);
  for (let twice = 0; twice < 2; twice += 1) await done(undo(other, first.entryId));
  expect(await dueOf(claimId)).toEqual(before);
  expect(await tasksOf(claimId)).toEqual([{ note: null, doneById: null }]);
  const events = await database.sql(
    `SELECT event FROM log_entry WHERE "claimId" = $1 AND event LIKE 'shelf-life.%' ORDER BY id`,
    [claimId],
  );
  expect(events.map(({ event }) => event)).toEqual(["shelf-life.looked-again", "shelf-life.look-undone"]);

  const second = await look(other);
  expect(await refused(undo(reviewer, second.entryId))).toMatchObject({ kind: "not_found" });
  await look(reviewer);
  expect(await refused(undo(other, second.entryId))).toMatchObject({ code: "stale" });
  expect(await dueOf(claimId)).toMatchObject({ lookedBy: reviewer.name });
});

it("a look without a date before or after it is taken back once, whoever asks twice", async () => {
  const { claimId, other } = await publishedAsOf("2024-06-01");
  // The newsroom has no period for it, so that nothing is due.
  await database.sql(`DELETE FROM shelf_life WHERE "claimId" = $1`, [claimId]);
  const admin = await database.makeViewer("admin", "Never again");
  const { byKind } = defaultShelfLifeSettings;
  const [{ version } = { version: 0 }] = await database.sql<{ version: number }>(
    `SELECT version FROM setting WHERE key = 'shelfLife'`,
  );
  const never = { byKind: { ...byKind, so: null }, byTopic: [] };
  const saved = await done(saveShelfLife(admin, { ...never, version }, new Date()));
  const { entryId } = await done(lookedAgain(other, claimId, { note: "By mistake." }, new Date()));
  expect(await dueOf(claimId)).toBeUndefined();
  for (let twice = 0; twice < 2; twice += 1) await done(takeBack(other, { entryId }, new Date()));
  const undone = await database.sql(
    `SELECT 1 FROM log_entry WHERE "claimId" = $1 AND event = 'shelf-life.look-undone'`,
    [claimId],
  );
  expect(undone).toHaveLength(1);
  await done(saveShelfLife(admin, { byKind, byTopic: [], version: saved.version }, new Date()));
});

it("a correction closes the task and counts anew, and a retraction ends it", async () => {
  const { claimId, author, reviewer, other } = await publishedAsOf("2024-06-01");
  await planRechecks(new Date());
  expect(await dueOf(claimId)).toMatchObject({ isInCorrection: false });
  await done(openCorrection(author, claimId, { class: "update", reason: "It changed." }, new Date()));
  expect(await dueOf(claimId)).toMatchObject({ isInCorrection: true });
  expect((await refused(lookedAgain(other, claimId, {}, new Date()))).code).toBe("not-published");
  await done(writeVerdict(author, claimId, { asOf: "2026-01-01", version: 2 }, new Date()));
  for (const viewer of [reviewer, other]) await desk.review(viewer, claimId);
  await desk.event(author, claimId, "ready");
  const revisionHash = await desk.revisionHash(claimId);
  await done(signOffVerdict(editor, claimId, { revisionHash }, new Date()));
  expect(await tasksOf(claimId)).toEqual([{ note: "Version 2 was published.", doneById: null }]);
  expect((await dueOf(claimId))?.recheckAt).toBe("2026-06-30T12:00:00.000Z");
  await done(retractPublication(editor, claimId, { reason: "Wrong.", version: 2 }, new Date()));
  expect(await dueOf(claimId)).toBeUndefined();
});

it("first findings remind their people of the update they promise, and every editor once it is missed, until it is published", async () => {
  const onDuty = await database.makeViewer("editor", "Night Nora");
  const scene = await desk.inReview();
  const { claimId, author } = scene;
  const promise = new Date(Date.now() + 3 * 3_600_000);
  const first = { provisional: true, nextUpdateAt: promise.toISOString(), version: 0 };
  await done(editClaim(author, claimId, first, new Date()));
  await done(writeVerdict(author, claimId, { rating: "mostly-confirmed", version: 1 }, new Date()));
  for (const viewer of [scene.reviewer, scene.other]) await desk.review(viewer, claimId);
  await desk.event(author, claimId, "ready");
  const revisionHash = await desk.revisionHash(claimId);
  await done(signOffVerdict(editor, claimId, { revisionHash }, new Date()));
  const told = async (viewer: Viewer) =>
    (
      await database.sql(
        `SELECT 1 FROM notification WHERE "userId" = $1 AND "claimId" = $2 AND kind = 'next-update'`,
        [viewer.id, claimId],
      )
    ).length;
  const minutes = (count: number) => new Date(promise.getTime() + count * 60_000);
  await planNextUpdates(minutes(-90));
  expect([await told(author), await told(editor)]).toEqual([0, 0]);
  for (const at of [-50, -40]) await planNextUpdates(minutes(at));
  expect([await told(author), await told(editor), await told(onDuty)]).toEqual([1, 1, 0]);

  // A correction under way promises nothing yet, and takes no promise back; what it publishes does.
  await done(openCorrection(author, claimId, { class: "update", reason: "Now all is in." }, new Date()));
  await done(editClaim(author, claimId, { nextUpdateAt: inDays(3).toISOString(), version: 1 }, new Date()));
  await done(editClaim(author, claimId, { provisional: false, version: 2 }, new Date()));
  for (const at of [1, 2, 3]) await planNextUpdates(minutes(at));
  expect([await told(author), await told(editor), await told(scene.reviewer)]).toEqual([2, 2, 0]);
  expect(await told(onDuty)).toBe(1);
});
